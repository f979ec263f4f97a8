import type { Words } from '../content'
import type { JsonObject } from '../json'
import { isObject, pointerTo, type StudioState } from './definition'
import type { FindingCode } from './findings'
import type { FlowReading, Where } from './reading'
import type { ReferenceKind } from './references'

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
      this.note('property-not-carried', {
        at: ['properties', key],
        quoted: `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      })
    }
  }
}
