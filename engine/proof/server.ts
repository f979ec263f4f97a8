import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { productNode } from '../../scripts/node.mjs'

export interface ServerParts {
  /** `server.js`: the whole product. `engine.js`: the engine alone. */
  bundle: 'server.js' | 'engine.js'
  port: number
  env: Readonly<Record<string, string>>
  /** No file it writes may grow beyond this: a disk that is full. */
  fileLimitKilobytes?: number
}

/** The product as a process of its own, started the way `npm start` starts it. */
export interface RunningServer {
  url: string
  /** Seconds from its start to its first ready answer. */
  startSeconds: number
  /** Ends it without a warning, as a power cut would. */
  kill(): Promise<void>
  /** Asks it to end. */
  stop(): Promise<void>
}

const longestStartMs = 60_000
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts it and waits until it is ready. @throws with what it wrote when it ends or stays silent. */
export async function startServer({ bundle, port, env, fileLimitKilobytes }: ServerParts): Promise<RunningServer> {
  const began = performance.now()
  const [command, ...rest] = [...limited(fileLimitKilobytes), productNode(), '--enable-source-maps', `dist/${bundle}`]
  const child = spawn(command ?? '', rest, {
    env: { ...withoutOurs(process.env), NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let wrote = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (wrote = (wrote + text).slice(-4000)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(() => running.delete(child))
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended before it was ready:\n${wrote}`)
    if (performance.now() - began > longestStartMs) throw new Error(`The server was not ready after ${longestStartMs / 1000} s:\n${wrote}`)
    await new Promise((resume) => setTimeout(resume, 40))
  }
  const ends = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return { url, startSeconds: (performance.now() - began) / 1000, kill: () => ends('SIGKILL'), stop: () => ends('SIGTERM') }
}

/** The words before a command that limit its files; the shell becomes the command, so signals reach it. POSIX counts in 512 bytes. */
const limited = (kilobytes: number | undefined): string[] =>
  kilobytes === undefined ? [] : ['sh', '-c', `ulimit -f ${kilobytes * 2}; exec "$@"`, 'sh']

/** Settings of whoever runs the proof must not reach the server it starts. */
function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('CALLWRIGHT_') && name !== 'DATABASE_URL'))
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })
    return status === 200
  } catch {
    return false
  }
}

/** A port of the loopback nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
