'use client'

import { type ComponentType, createContext, use } from 'react'
import type { JsonObject } from '#flows/json'
import type { AnyNodeType } from '#flows/node'
import type { Issue } from '../reading/read-node'
import type { SettingFieldProps } from './input-props'

/** What the fields of one node's form share. */
export interface NodeForm {
  node: string
  type: AnyNodeType
  settings: JsonObject
  issues: readonly Issue[]
  locked: boolean
  /** Fields the reader has left once; only these show what is wrong with them. */
  left: ReadonlySet<string>
  leave(path: string): void
  /** Draws one setting; rows of a list hold settings again, so their list cannot import what draws it. */
  Setting: ComponentType<SettingFieldProps>
  /** Sets several settings together; undefined takes one away. */
  set(fields: Record<string, JsonObject[string] | undefined>): void
}

export const FormContext = createContext<NodeForm | undefined>(undefined)

/** @throws outside a node's form. */
export function useNodeForm(): NodeForm {
  const form = use(FormContext)
  if (!form) throw new Error('This field stands in a node’s form only.')
  return form
}
