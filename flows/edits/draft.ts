import { z } from 'zod'
import { canonicalText } from '../canonical'
import { Content } from '../content'
import { Drawing, emptyLayout, Layout } from '../drawing'
import type { Json } from '../json'

/** What is worked on: the drawing, its words and how it looks. It is the fold of its edits and is never saved over. */
export const Draft = z.strictObject({ drawing: Drawing, content: Content, layout: Layout })
export type Draft = z.infer<typeof Draft>

/** A new flow: a start node that leads nowhere yet. */
export function emptyDraft({
  id,
  name,
  locale,
  channels,
}: {
  id: string
  name: string
  locale: string
  channels: Drawing['channels']
}): Draft {
  const by = channels.map((channel) => (channel === 'voice' ? 'call' : 'message'))
  const start = { type: 'start', label: 'Start', settings: { by }, wires: {} }
  const drawing: Drawing = { id, name, channels, locales: [locale], start: 'start', variables: [], universal: {}, nodes: { start } }
  return { drawing, content: {}, layout: { ...emptyLayout, positions: { start: { x: 0, y: 0 } } } }
}

/** Whether two drafts say the same, whatever the order of their keys. */
export const sameDraft = (one: Draft, other: Draft): boolean => textOf(one) === textOf(other)

const textOf = (draft: Draft): string => canonicalText(JSON.parse(JSON.stringify(draft)) as Json)
