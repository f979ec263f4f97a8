import { tail } from '../progress.mjs'

/** What a stage of `npm test` gives back: counts, and what to show when something failed. */
export const nothing = { passed: 0, failed: 0, skipped: 0, output: '' }

/** A stage that is one check: passed when its command left with 0. */
export function oneCheck({ code, output }, name) {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, output: `── ${name}\n${tail(output, 50)}\n` }
}

export function sum(results) {
  return results.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      output: all.output + one.output,
    }),
    nothing,
  )
}

/** A stage that ran no test at all, or whose tool failed without a failed test, has failed. */
export function neverSilent(counts, { code, output }, name) {
  const { passed, failed, skipped } = counts
  if (passed + failed + skipped === 0) return { ...counts, failed: 1, output: `${output}\nThe stage "${name}" ran no test.\n` }
  if (code !== 0 && failed === 0) return { ...counts, failed: 1, output }
  return { ...counts, output: failed ? output : '' }
}
