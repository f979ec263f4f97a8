import { run } from '../node.mjs'
import { nothing, oneCheck, sum } from './count.mjs'

const proofs = ['engine/proof/main.ts', 'engine/proof/sabotage.ts']

/** The closing line every proof owes: `{ proof, ok, figures, missed }`. */
function verdictOf(stdout) {
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(last)
  } catch {
    return undefined
  }
}

/** A proof has passed when it says so and leaves with 0: one without the other is a failure. */
async function prove(file) {
  const ran = await run('node', ['--enable-source-maps', '--import', 'tsx', file, '--quick'])
  const verdict = verdictOf(ran.stdout)
  if (ran.code === 0 && verdict?.ok === true) return { ...nothing, passed: 1 }
  const why = verdict ? `missed: ${JSON.stringify(verdict.missed)}` : 'its last line is not the closing JSON line'
  return oneCheck({ code: 1, output: `${ran.output}\n${why}, exit code ${ran.code}\n` }, file)
}

/** The quick doses of the proofs, each counted as one test. */
export async function quickProofs() {
  const results = []
  for (const file of proofs) results.push(await prove(file))
  return sum(results)
}
