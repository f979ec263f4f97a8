import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** The oldest Node all dependencies accept (undici asks for 22.19); under 22 the database driver ends without a word at the first query. */
const oldest = [22, 19] as const

export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/**
 * Runs `start` on a Node that can; on an older one runs the same command again under the Node that the install brought along,
 * or says what is needed.
 */
export function onNewEnoughNode(start: () => Promise<void>): void {
  if (isNewEnough(process.versions.node)) {
    start().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      // What was opened before the failure may keep the process alive.
      process.exit(1)
    })
    return
  }
  const carried = join(process.cwd(), 'node_modules', '.bin', 'node')
  if (!existsSync(carried) || process.env.CALLWRIGHT_NODE_TRIED) {
    console.error(
      `Callwright needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Start it with npm start, or install a newer Node.`,
    )
    process.exitCode = 1
    return
  }
  become(carried)
}

function become(node: string): void {
  const env = { ...process.env, CALLWRIGHT_NODE_TRIED: '1' }
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}
