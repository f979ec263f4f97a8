/** What the queue needs of a connection. */
export interface Connection {
  /** Begins a write transaction, or throws. */
  begin(): Promise<void>
  statement(text: string): void
  /** Whether a transaction is open: some failures end it by themselves. */
  open(): boolean
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface WriteQueue {
  add<Result>(work: () => Promise<Result>): Promise<Result>
  /** Lets what was added finish. */
  close(): Promise<void>
}

interface Job {
  work(): Promise<unknown>
  resolve(value: unknown): void
  reject(reason: unknown): void
}

const mostAtOnce = 64

/**
 * One writer: works run one after the other in the order they came. Those that wait at the same time share one transaction, each in
 * a savepoint of its own, so that one wait for the disk serves them all; a work that throws takes back only itself. Nobody is answered before the commit.
 */
export function createWriteQueue(connection: Connection): WriteQueue {
  const waiting: Job[] = []
  let running: Promise<void> | undefined

  async function drain(): Promise<void> {
    // The rest of this turn of the event loop may bring more work for the same commit.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) await together(connection, waiting.splice(0, mostAtOnce))
    running = undefined
  }

  return {
    add: <Result>(work: () => Promise<Result>) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as Result), reject })
        running ??= drain()
      }),
    close: async () => running,
  }
}

async function together(connection: Connection, jobs: readonly Job[]): Promise<void> {
  const finished: (() => void)[] = []
  try {
    await connection.begin()
    for (const job of jobs) {
      finished.push(await alone(connection, job))
      if (!connection.open()) throw new Error('The database took back the whole transaction.')
    }
    connection.statement('commit')
  } catch (error) {
    takeBack(connection)
    for (const job of jobs) job.reject(error)
    return
  }
  for (const answer of finished) answer()
}

/** A rollback that fails too must not hide the first error; the next `begin` will say what is wrong. */
function takeBack(connection: Connection): void {
  try {
    if (connection.open()) connection.statement('rollback')
  } catch {}
}

/** Runs one job in its savepoint. Gives what to tell its caller after the commit. */
async function alone(connection: Connection, job: Job): Promise<() => void> {
  connection.statement('savepoint work')
  try {
    const value = await connection.run(() => job.work())
    connection.statement('release work')
    return () => job.resolve(value)
  } catch (error) {
    if (connection.open()) for (const text of ['rollback to work', 'release work']) connection.statement(text)
    return () => job.reject(error)
  }
}
