import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache } from 'react'
import { nodeTypes } from '#flows/nodes/index'
import type { Locale } from '@/app/i18n/locales'
import { projectFolder } from '@/app/server/project-folder'

/** The help text of every node type in one interface language, as Markdown. What cannot be read is left out: help never keeps a page from opening. */
export const helpIn = cache(async (locale: Locale): Promise<Record<string, string>> => {
  const file = locale === 'en' ? 'help.md' : `help.${locale}.md`
  const texts = await Promise.all(
    Object.keys(nodeTypes).map(
      async (type) => [type, await readFile(join(projectFolder(), 'flows', 'nodes', type, file), 'utf8').catch(() => '')] as const,
    ),
  )
  return Object.fromEntries(texts)
})
