/** What a proof found out: printed as it goes, and as one JSON line at its end. */
export interface Ledger {
  /** A step begins. */
  step(what: string): void
  /** Something that must be so. Gives whether it is. */
  check(what: string, ok: boolean, otherwise?: string): boolean
  /** Adds to a figure; its unit stands in its name. */
  count(figure: string, by?: number): void
  /** Sets a figure. */
  set(figure: string, value: number): void
  missed: readonly string[]
  /** Prints the closing line and gives the exit code. */
  close(): number
}

export function createLedger(proof: string, say: (line: string) => void = console.log): Ledger {
  const figures: Record<string, number> = {}
  const missed: string[] = []
  const began = performance.now()
  const seconds = (): number => Math.round((performance.now() - began) / 100) / 10
  return {
    missed,
    step: (what) => say(`${seconds().toFixed(1).padStart(6)} s  ${what}`),
    check(what, ok, otherwise = '') {
      figures.checks_passed_count = (figures.checks_passed_count ?? 0) + (ok ? 1 : 0)
      if (!ok) {
        missed.push(otherwise ? `${what}: ${otherwise}` : what)
        say(`         MISSED ${what}${otherwise ? `: ${otherwise}` : ''}`)
      }
      return ok
    },
    count(figure, by = 1) {
      figures[figure] = (figures[figure] ?? 0) + by
    },
    set(figure, value) {
      figures[figure] = value
    },
    close() {
      say(JSON.stringify({ proof, ok: missed.length === 0, figures: { ...figures, duration_s: seconds() }, missed }))
      return missed.length === 0 ? 0 : 1
    },
  }
}
