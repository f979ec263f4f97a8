import type { Json, JsonObject } from '#flows/json'
import type { FieldShape } from './shape'

/** What every control of a settings form gets. */
export interface InputProps {
  field: FieldShape
  /** Where it stands in the settings, with places in lists: `options.2.label`. */
  path: string
  value: Json | undefined
  /** Undefined takes the setting away. */
  onChange(value: Json | undefined): void
}

export interface SettingFieldProps extends InputProps {
  /** The settings, or the row, it stands in: other fields decide whether it counts. */
  siblings: JsonObject
}

export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** An emptied field that may be missing is missing. */
export const emptied = (text: string, { required, standard }: FieldShape): string | undefined =>
  text === '' && !required && standard === undefined ? undefined : text
