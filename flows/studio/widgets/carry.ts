import type { JsonObject } from '../../json'
import type { WidgetReading } from '../widget-reading'

/** What a widget became here. */
export interface Carried {
  type: string
  settings: JsonObject
  /** Each of the node's ports and the way out it stands for: an event by name, or one transition by its place in the list. */
  follows: Record<string, string | number>
}

/** How one kind of Studio widget is carried over. Undefined: it cannot run here and becomes a stub. */
export type Carry = (reading: WidgetReading) => Carried | undefined
