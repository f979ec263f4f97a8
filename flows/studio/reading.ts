import type { Content, Words } from '../content'
import { VariableName } from '../ids'
import type { JsonObject } from '../json'
import type { PhiClass, Variable } from '../variables'
import { isObject, pointerTo, type StudioFlow, type StudioState } from './definition'
import type { FindingCode, StudioFinding } from './findings'
import type { Question } from './report'
import { defaultLocale, localeOf } from './languages'
import { placeholdersIn } from './lint'
import { Names } from './names'
import { type ReferenceKind, References } from './references'
import { renamed, useOf } from './templates'

/** Names a template here means something else by; a variable of that name could never be read. */
const roots = new Set(['vars', 'results', 'widgets', 'now', 'caller', 'line', 'locale', 'flow', 'contact', 'trigger', 'secret'])

/** What reading a flow gathers as it goes from widget to widget. */
export interface Gathered {
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
    if (known?.phi !== 'identifier') this.gathered.variables.set(ours, { name: ours, type, phi, purpose: 'Imported from Studio', retentionDays: 90 })
    return ours
  }

  /** A template with our names in it, as it stands in the draft. */
  template(text: string, where: Where): string {
    const use = useOf(text, (name) => this.nodeNames.known(name) !== undefined)
    for (const quoted of placeholdersIn(text)) this.note('placeholder-left', { where, quoted })
    for (const name of use.parentParameters) this.declare(name, { phi: 'none' })
    // Studio reads an unknown name as empty; declared and never set, it stays empty here as well.
    for (const name of use.strayRoots) if (VariableName.safeParse(name).success && !roots.has(name)) this.declare(name, { phi: 'none' })
    return renamed(text, { widget: (name) => this.nodeNames.known(name), variable: (name) => this.variableNames.of(name) })
  }
}

/** One widget, being carried over. Properties are read by kind; whatever is odd about them is noted at its place. */
export class WidgetReading {
  readonly name: string
  readonly properties: JsonObject

  constructor(
    readonly whole: FlowReading,
    readonly state: StudioState,
    /** The node's id, and the widget's place among the states. */
    readonly at: { id: string; index: number },
  ) {
    this.name = state.name
    this.properties = state.properties
  }

  where(...path: (string | number)[]): Where {
    return { widget: this.name, node: this.at.id, pointer: pointerTo(['states', this.at.index, ...path]) }
  }

  note(code: FindingCode, { at = [], quoted }: { at?: (string | number)[]; quoted: string }): void {
    this.whole.note(code, { where: this.where(...at), quoted })
  }

  /** A property as text, as the file has it; undefined when absent, null or empty. */
  raw(key: string): string | undefined {
    const value = this.properties[key]
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? text : undefined
  }

  /** A property that may hold a template, with our names in it. */
  text(key: string): string | undefined {
    const raw = this.raw(key)
    return raw === undefined ? undefined : this.template(raw, ['properties', key])
  }

  template(text: string, path: (string | number)[]): string {
    return this.whole.template(text, this.where(...path))
  }

  /** A whole number within bounds; what lies outside is brought inside and noted. */
  number(key: string, { min, max }: { min: number; max: number }): number | undefined {
    const raw = this.raw(key)
    if (raw === undefined || raw === 'auto') return undefined
    const given = Number(raw)
    if (Number.isNaN(given)) {
      this.note('value-limited', { at: ['properties', key], quoted: raw })
      return undefined
    }
    const value = Math.min(max, Math.max(min, Math.round(given)))
    if (value !== given) this.note('value-limited', { at: ['properties', key], quoted: raw })
    return value
  }

  /** `true` and `"true"` alike; Studio writes some switches as text. */
  yes(key: string): boolean | undefined {
    const raw = this.raw(key)?.toLowerCase()
    return raw === undefined ? undefined : raw === 'true'
  }

  /** A list of `{key, value}` pairs, such as parameters or variables. Null values are empty text. */
  pairs(key: string): { key: string; value: string; type: string; path: (string | number)[] }[] {
    const list = this.properties[key]
    if (!Array.isArray(list)) return []
    return list.flatMap((item, index) => {
      if (!isObject(item)) return []
      const { key: name, value, type } = item
      const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
      return [{ key: String(name ?? ''), value: text, type: String(type ?? 'string'), path: ['properties', key, index, 'value'] }]
    })
  }

  /** A reference to something of the account the flow comes from: the value to stand in the settings. */
  refer(kind: ReferenceKind, { was, wish = was, at }: { was: string; wish?: string; at: (string | number)[] }): string {
    const where = this.where(...at)
    this.note('reference-to-map', { at, quoted: was || wish })
    return this.whole.gathered.references.use(kind, { was, wish, place: { widget: where.widget, pointer: where.pointer } })
  }

  /** Puts words into the flow's content and gives their key. */
  words(part: string, words: Words): string {
    const key = `${this.at.id}.${part}`
    this.whole.gathered.content[key] = { [this.whole.locale]: words }
    return key
  }

  /** Notes properties that hold something and have no effect here. */
  leaves(...keys: string[]): void {
    for (const key of keys) {
      const value = this.properties[key]
      if (value === undefined || value === null || value === '' || value === false) continue
      this.note('property-not-carried', { at: ['properties', key], quoted: `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}` })
    }
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
