import { z } from 'zod'
import { Drawing, Universal, universalNames } from '../drawing'
import { NodeId } from '../ids'
import type { Json } from '../json'
import { Variable } from '../variables'
import { defineEdit, nodeAt, refused, withDrawing, without } from './define'

/** Changes the flow's name, channels or languages; what is absent stays. Words in a language that is dropped are kept, unspoken. */
export const setFlow = defineEdit({
  kind: 'setFlow',
  schema: z.strictObject({
    kind: z.literal('setFlow'),
    name: Drawing.shape.name.optional(),
    channels: Drawing.shape.channels.optional(),
    locales: Drawing.shape.locales.optional(),
    start: NodeId.optional(),
  }),
  apply(draft, { name, channels, locales, start }) {
    if (start !== undefined && !nodeAt(draft, start)) return refused('no-such-node', { id: start })
    return withDrawing(draft, {
      ...(name && { name }),
      ...(channels && { channels }),
      ...(locales && { locales }),
      ...(start && { start }),
    })
  },
  invert: ({ drawing }, { name, channels, locales, start }) => ({
    kind: 'setFlow',
    ...(name && { name: drawing.name }),
    ...(channels && { channels: drawing.channels }),
    ...(locales && { locales: drawing.locales }),
    ...(start && { start: drawing.start }),
  }),
  touches: ({ kind: _kind, ...fields }) =>
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[`flow/${field}`, value] as const])),
})

/** Replaces the list of declared variables. */
export const setVariables = defineEdit({
  kind: 'setVariables',
  schema: z.strictObject({ kind: z.literal('setVariables'), variables: z.array(Variable) }),
  apply: (draft, { variables }) => withDrawing(draft, { variables }),
  invert: ({ drawing }) => ({ kind: 'setVariables', variables: drawing.variables }),
  touches: ({ variables }) => [['flow/variables', JSON.parse(JSON.stringify(variables)) as Json]],
})

/** Sets a universal key and its words, or takes it away (null). */
export const setUniversal = defineEdit({
  kind: 'setUniversal',
  schema: z.strictObject({ kind: z.literal('setUniversal'), name: z.enum(universalNames), universal: Universal.nullable() }),
  apply(draft, { name, universal }) {
    if (universal?.target !== undefined && !nodeAt(draft, universal.target)) return refused('no-such-node', { id: universal.target })
    const others = without(draft.drawing.universal, [name])
    return withDrawing(draft, { universal: universal ? { ...others, [name]: universal } : others })
  },
  invert: ({ drawing }, { name }) => ({ kind: 'setUniversal', name, universal: drawing.universal[name] ?? null }),
  touches: ({ name, universal }) => [
    [`universal/${name}`, JSON.parse(JSON.stringify(universal)) as Json],
    ...(universal?.target ? [[`nodes/${universal.target}/in/universal/${name}`, true] as const] : []),
  ],
})
