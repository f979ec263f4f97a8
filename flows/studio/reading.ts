import type { Content } from '../content'
import { VariableName } from '../ids'
import type { PhiClass, Variable } from '../variables'
import type { StudioFlow, StudioState } from './definition'
import type { FindingCode, StudioFinding } from './findings'
import { defaultLocale, localeOf } from './languages'
import { placeholdersIn } from './lint'
import { Names } from './names'
import { References } from './references'
import type { Question } from './report'
import { renamed, usedIn } from './templates'

/** Names a template here means something else by; a variable of that name could never be read. */
const roots = new Set(['vars', 'results', 'widgets', 'now', 'caller', 'line', 'locale', 'flow', 'contact', 'trigger', 'secret'])

/** What reading a flow gathers as it goes from widget to widget. */
interface Gathered {
  findings: StudioFinding[]
  questions: Question[]
  content: Content
  variables: Map<string, Variable>
  references: References
}

/** A place in the file: the widget and the pointer of one of its values. */
export interface Where {
  widget: string
  node: string
  pointer: string
}

/** The whole flow as its widgets see it. */
export class FlowReading {
  readonly nodeNames = new Names('widget')
  readonly variableNames = new Names('variable')
  readonly gathered: Gathered
  readonly locale: string
  /** The widget the flow begins with, when it is a trigger. */
  readonly trigger: StudioState | undefined

  constructor(readonly flow: StudioFlow) {
    const triggers = flow.states.filter(({ type }) => type === 'trigger')
    this.trigger = triggers.find(({ name }) => name === flow.initial_state) ?? triggers[0]
    for (const { name } of flow.states) this.nodeNames.of(name)
    this.locale = usualLocale(flow)
    this.gathered = {
      findings: [],
      questions: [],
      content: {},
      variables: new Map(),
      references: new References(),
    }
  }

  note(code: FindingCode, { where, quoted }: { where?: Where; quoted: string }): void {
    const place = where ? { widget: where.widget, node: where.node, pointer: where.pointer } : { pointer: '' }
    this.gathered.findings.push({ code, ...place, quoted: quoted.slice(0, 300) })
  }

  /** A finding with several readings: a person decides, and until then `chosen` holds. */
  ask(code: FindingCode, { where, quoted, readings, chosen }: { where?: Where; quoted: string; readings: string[]; chosen: string }): void {
    this.gathered.questions.push({ finding: this.gathered.findings.length, readings, chosen })
    this.note(code, { ...(where && { where }), quoted })
  }

  /** Declares a variable under our name for it. */
  declare(name: string, { phi, type = 'text' }: { phi: PhiClass; type?: Variable['type'] }): string {
    const ours = this.variableNames.of(name)
    const known = this.gathered.variables.get(ours)
    // What a caller said stays what a caller said, even if the flow also sets it to a constant elsewhere.
    if (known?.phi !== 'identifier')
      this.gathered.variables.set(ours, { name: ours, type, phi, purpose: 'Imported from Studio', retentionDays: 90 })
    return ours
  }

  /** A template with our names in it, as it stands in the draft. */
  template(text: string, where: Where): string {
    const use = usedIn(text, (name) => this.nodeNames.known(name) !== undefined)
    for (const quoted of placeholdersIn(text)) this.note('placeholder-left', { where, quoted })
    for (const name of use.parentParameters) this.declare(name, { phi: 'none' })
    // Studio reads an unknown name as empty; declared and never set, it stays empty here as well.
    for (const name of use.strayRoots) if (VariableName.safeParse(name).success && !roots.has(name)) this.declare(name, { phi: 'none' })
    return renamed(text, { widget: (name) => this.nodeNames.known(name), variable: (name) => this.variableNames.of(name) })
  }
}

/** The language most prompts are in. Studio has no language of a flow; the widgets name theirs one by one. */
function usualLocale({ states }: StudioFlow): string {
  const counts = new Map<string, number>()
  for (const { properties } of states) {
    const language = properties.language ?? properties.gather_language
    const locale = typeof language === 'string' ? localeOf(language) : undefined
    if (locale) counts.set(locale, (counts.get(locale) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? defaultLocale
}
