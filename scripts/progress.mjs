/** Seconds since `from` (milliseconds of performance.now()), as a reader likes them. */
export function secondsSince(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

/** Says what is being done, says that it still is every ten seconds, and how long it took. Gives what `work` gives. */
export async function withProgress(what, work) {
  const from = performance.now()
  console.log(`${what} …`)
  const ticker = setInterval(() => console.log(`  still at it, ${secondsSince(from)}`), 10_000)
  try {
    const result = await work()
    console.log(`  done in ${secondsSince(from)}`)
    return result
  } finally {
    clearInterval(ticker)
  }
}

/** The last `count` lines of what a command wrote. */
export function tail(text, count = 60) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
