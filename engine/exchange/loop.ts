/** Work that is looked for again and again. */
export interface Loop {
  start(): void
  /** Looks at once instead of waiting for the next time. */
  wake(): void
  /** Ends after what is being done now. */
  stop(): Promise<void>
}

/** Calls `turn` until it finds nothing, then waits `everyMs`. An outage is told to `failed` and waited out. */
export function createLoop(turn: () => Promise<number>, { everyMs, failed }: { everyMs: number; failed: (fault: unknown) => void }): Loop {
  let running = false
  let current: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let woken = false

  async function once(): Promise<void> {
    woken = false
    try {
      while (running && (await turn()) > 0);
    } catch (fault) {
      failed(fault)
    }
    current = undefined
    if (running) timer = setTimeout(begin, woken ? 0 : everyMs)
  }
  function begin(): void {
    clearTimeout(timer)
    current ??= once()
  }
  return {
    start() {
      if (running) return
      running = true
      begin()
    },
    wake() {
      woken = true
      if (running) begin()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await current
    },
  }
}
