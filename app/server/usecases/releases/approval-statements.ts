import { createTranslator } from 'next-intl'
import { flow as flowOf } from '#drizzle/queries/flows'
import type { Tx } from '#drizzle/store'
import { languageName } from '@/app/designer/reading/languages'
import type { Locale } from '@/app/i18n/locales'
import { messages } from '@/app/i18n/messages'
import type { Standing } from './standing'

/** The one sentence per interface language that an approval may be signed under. The dialog shows it; nothing else is ever signed (21 CFR 11.50). */
export async function approvalStatements(tx: Tx, { row, manifest }: Pick<Standing, 'row' | 'manifest'>): Promise<Record<Locale, string>> {
  const { organisation, version } = row
  const flow = (await flowOf(tx, { organisation, id: row.flow }))?.name ?? manifest.name
  const named = { flow, version, languages: manifest.locales.map((each) => languageName(each, manifest.locales)) }
  return { en: statementIn('en', named), 'zh-CN': statementIn('zh-CN', named) }
}

function statementIn(locale: Locale, { languages, ...names }: { flow: string; version: number; languages: readonly string[] }): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'review' })
  return t('sign.statement', { ...names, languages: new Intl.ListFormat(locale).format(languages) })
}
