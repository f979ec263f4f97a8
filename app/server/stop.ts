import type { Server } from 'node:http'
import { complain } from './complain'

interface Stopping {
  server: Server
  /** What ends after the last request, one after the other. */
  ends: readonly (() => Promise<void> | undefined)[]
}

/** How long requests may still take once the process was told to stop. */
const graceMs = 4_000

/** On SIGTERM or SIGINT no new request is taken, those under way are answered, then everything ends. A second signal ends it at once. */
export function stopOnSignals(stopping: Stopping): void {
  let told = false
  const leave = (): void => {
    if (told) process.exit(1)
    told = true
    stop(stopping).then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error, { at: 'stop' })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

async function stop({ server, ends }: Stopping): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), graceMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(late)
  for (const end of ends) await end()
}
