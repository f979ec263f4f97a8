'use client'

import { createContext, use } from 'react'

/** What a field tells the control inside it: its id, who describes it, whether it is wrong, its unit, who locked it. */
export type FieldLinks = {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
  unit: string | undefined
  locked: boolean
}

export const FieldContext = createContext<FieldLinks | undefined>(undefined)

/** The links of the surrounding field, as attributes for a control. Outside a field there are none. */
export function useFieldLinks() {
  const field = use(FieldContext)
  if (!field) return { unit: undefined, attributes: {} }
  return {
    unit: field.unit,
    attributes: {
      id: field.id,
      'aria-describedby': field.describedBy,
      'aria-invalid': field.invalid || undefined,
      'aria-required': field.required || undefined,
      readOnly: field.locked || undefined,
    },
  }
}
