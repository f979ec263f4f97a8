'use client'

import { type ComponentType, lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { Json, JsonObject } from '#flows/json'
import { Loading } from '@/app/ui/Loading'
import { useDesk } from '../desk'
import { readNode } from '../reading/read-node'
import { FormContext, type NodeForm } from './form-context'
import type { InputProps } from './input-props'
import { SettingField } from './SettingField'
import { formOf } from './shape'

/** Fields a person lays out better than the schema does, loaded when first needed: `type.field`. */
const handMade: Record<string, ComponentType<InputProps>> = {
  'menu.options': lazy(() => import('./made/MenuOptions').then(({ MenuOptions }) => ({ default: MenuOptions }))),
}

/** The settings of a node, drawn from its type's schema and words. Whatever is typed is kept; what does not fit yet is said at its field. */
export function SettingsForm({ id }: { id: string }) {
  const { draft, edit, canEdit } = useDesk()
  const node = draft.drawing.nodes[id]
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const leave = useCallback((path: string) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))), [])
  const set = useCallback(
    (fields: Record<string, Json | undefined>) => {
      const kept = Object.entries(fields).flatMap(([name, value]): [string, Json][] => (value === undefined ? [] : [[name, value]]))
      const remove = Object.keys(fields).filter((name) => fields[name] === undefined)
      edit({ kind: 'setSettings', id, set: Object.fromEntries(kept), remove, wires: {} })
    },
    [edit, id],
  )
  const read = node && readNode(node)
  const form = useMemo<NodeForm | undefined>(
    () =>
      node && read?.type
        ? {
            node: id,
            type: read.type,
            settings: node.settings,
            issues: read.issues,
            Setting: SettingField,
            locked: !canEdit,
            left,
            leave,
            set,
          }
        : undefined,
    [node, read, id, canEdit, left, leave, set],
  )
  if (!form) return null
  return (
    <FormContext value={form}>
      <div className="flex flex-col gap-4">
        {formOf(form.type).map((field) => (
          <SettingRow
            key={field.name}
            {...{
              field,
              settings: form.settings,
              made: handMade[`${form.type.type}.${field.name}`],
              onChange: (value) => set({ [field.name]: value }),
            }}
          />
        ))}
      </div>
    </FormContext>
  )
}

interface RowProps extends Pick<InputProps, 'field' | 'onChange'> {
  settings: JsonObject
  made: ComponentType<InputProps> | undefined
}

function SettingRow({ field, settings, made: Made, onChange }: RowProps) {
  const props = { field, path: field.name, value: settings[field.name], onChange }
  if (!Made) return <SettingField {...props} siblings={settings} />
  return (
    <Suspense fallback={<Loading count={2} />}>
      <Made {...props} />
    </Suspense>
  )
}
