import type { Draft } from '#flows/edits/draft'
import type { Finding } from '#flows/node'
import type { Locale } from '@/app/i18n/locales'
import { languageName } from '../reading/languages'
import { portWords } from '../reading/port-words'
import { readNode } from '../reading/read-node'

/** The values of a finding's sentence as a reader knows them: ways out, fields and languages by their names. */
export function problemValues({ node: id, port, field, values }: Finding, draft: Draft, locale: Locale): Record<string, string | number> {
  const node = id === undefined ? undefined : draft.drawing.nodes[id]
  const fields = node && readNode(node).type?.words[locale].fields
  const named: Record<string, string | number> = { ...values }
  if (node && port !== undefined && 'port' in named) named.port = portWords(node, port, locale)
  if (typeof named.field === 'string') named.field = fields?.[named.field.replace(/\.\d+/g, '')]?.label ?? named.field
  if (typeof named.key === 'string' && field !== undefined) named.key = fields?.[field.replace(/\.\d+/g, '')]?.label ?? named.key
  if (typeof named.locale === 'string') named.locale = languageName(named.locale, draft.drawing.locales)
  return named
}
