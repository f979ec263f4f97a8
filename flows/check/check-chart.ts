import type { Chart } from '../chart'
import type { Content } from '../content'
import type { Finding } from '../node'
import { alwaysAnEnd } from './always-an-end'
import { channelsFit } from './channels-fit'
import { delaysInDigits } from './delays-in-digits'
import { drawnAsCompiled } from './drawn-as-compiled'
import { everyNodeUsed } from './every-node-used'
import { factsOf, type Rule } from './facts'
import { knownNames } from './known-names'
import { knownTargets } from './known-targets'
import { noEndlessLoop } from './no-endless-loop'
import { noOptOutAnswers } from './no-opt-out-answers'
import { nodeFitsType } from './node-fits-type'
import { oneStart } from './one-start'
import { portsWired } from './ports-wired'
import { referencesMapped } from './references-mapped'
import { subflowsSound } from './subflows-sound'
import { templatesReadable } from './templates-readable'
import { typeRules } from './type-rules'
import { universalKeys } from './universal-keys'
import { variablesDeclared } from './variables-declared'
import { wordsPresent } from './words-present'

/** Every rule, in the order its findings are shown. */
const rules: readonly Rule[] = [
  nodeFitsType,
  oneStart,
  knownNames,
  knownTargets,
  delaysInDigits,
  portsWired,
  everyNodeUsed,
  alwaysAnEnd,
  noEndlessLoop,
  subflowsSound,
  typeRules,
  templatesReadable,
  variablesDeclared,
  wordsPresent,
  universalKeys,
  channelsFit,
  noOptOutAnswers,
  referencesMapped,
  drawnAsCompiled,
]

export interface CheckOptions {
  /** Charts of the releases that subflow nodes may pin, by release hash. */
  subflows?: Readonly<Record<string, { chart: Chart }>>
  /** About to be released: unmapped references then block. */
  release?: boolean
}

/** Everything that is wrong with a chart and its words, each with its place. `must` keeps it from being released, `should` is shown. Empty means ready. */
export function checkChart(chart: Chart, content: Content, { subflows = {}, release = false }: CheckOptions = {}): Finding[] {
  const facts = factsOf(chart, { content, subflows, release })
  return rules.flatMap((rule) => rule(facts))
}

/** Whether nothing keeps the chart from being released. */
export const isReleasable = (findings: readonly Finding[]): boolean => findings.every(({ level }) => level !== 'must')
