import type { Draft } from '#flows/edits/draft'
import type { Edit } from '#flows/edits/edit'
import type { Locale } from '@/app/i18n/locales'
import { languageName } from './languages'
import { portWords } from './port-words'
import { readNode } from './read-node'

/** A sentence of the catalogue `designer.edit`, with what fills it. */
export interface EditWords {
  key: Edit['kind'] | 'removeWords'
  values: Record<string, string | number>
}

/** An edit in words: "No answer of Main menu now leads to Front desk". `draft` is one the edit's nodes still stand in, as far as they do. */
export function editWords(edit: Edit, draft: Draft, locale: Locale): EditWords {
  const { nodes, locales } = draft.drawing
  const label = (id: string): string => nodes[id]?.label ?? id
  const port = (id: string, name: string): string => (nodes[id] ? portWords(nodes[id], name, locale) : name)
  switch (edit.kind) {
    case 'addNode':
      return { key: edit.kind, values: { label: edit.label ?? nodes[edit.id]?.label ?? edit.id } }
    case 'removeNodes':
      return { key: edit.kind, values: { count: edit.ids.length, label: edit.ids.map(label).join(', ') } }
    case 'paste':
      return { key: edit.kind, values: { count: Object.keys(edit.nodes).length } }
    case 'setSettings':
      return { key: edit.kind, values: { label: label(edit.id), fields: fieldsOf(edit, draft, locale) } }
    case 'renameNode':
      return { key: edit.kind, values: { label: edit.label } }
    case 'wire':
      return { key: edit.kind, values: { from: label(edit.from), port: port(edit.from, edit.port), to: label(edit.to) } }
    case 'unwire':
      return { key: edit.kind, values: { from: label(edit.from), port: port(edit.from, edit.port) } }
    case 'moveNodes':
      return { key: edit.kind, values: { count: Object.keys(edit.positions).length } }
    case 'setWords':
      return {
        key: edit.words ? edit.kind : 'removeWords',
        values: { label: label(edit.key.slice(0, edit.key.indexOf('.'))), language: languageName(edit.locale, locales) },
      }
    case 'setUniversal':
      return { key: edit.kind, values: { name: edit.name } }
    default:
      return { key: edit.kind, values: {} }
  }
}

function fieldsOf({ id, set, remove }: Extract<Edit, { kind: 'setSettings' }>, { drawing }: Draft, locale: Locale): string {
  const node = drawing.nodes[id]
  const words = node && readNode(node).type?.words[locale].fields
  return [...Object.keys(set), ...remove].map((field) => words?.[field]?.label ?? field).join(', ')
}
