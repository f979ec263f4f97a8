import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from './messages'

/* Keys are plain strings to TypeScript, so a mistyped one would only be seen on the screen. This reads every literal use instead:
   const t = useTranslations('flows') … t('title'), t.rich('title', …), t.has is free. */
const files = globSync('app/**/*.{ts,tsx}').filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))

describe('every word asked for by a literal key', () => {
  it.each(files.map((file) => [file, unknownWords(readFileSync(file, 'utf8'))] as const).filter(([, unknown]) => unknown.length > 0))(
    'exists for %s',
    (_file, unknown) => {
      expect(unknown).toEqual([])
    },
  )

  it('is really looked for', () => {
    expect(unknownWords("const t = useTranslations('ui')\n t('noSuchWord')")).toEqual(['noSuchWord (ui)'])
    expect(unknownWords("const t = await getTranslations('ui')\n t.rich('close')")).toEqual([])
  })
})

function unknownWords(source: string): string[] {
  const rooms = new Map<string, string[]>()
  for (const [, name = '', room = ''] of source.matchAll(
    /(?:const|let) (\w+) = (?:await )?(?:useTranslations|getTranslations)\((?:'([\w.]*)')?\)/g,
  )) {
    rooms.set(name, [...(rooms.get(name) ?? []), room])
  }
  return [...rooms].flatMap(([name, spaces]) => {
    const uses = source.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.markup|\\.raw)?\\(\\s*'([^']+)'`, 'g'))
    return [...uses]
      .map(([, key = '']) => key)
      .filter((key) => !spaces.some((space) => exists(space, key)))
      .map((key) => `${key} (${spaces.join(' or ')})`)
  })
}

function exists(space: string, key: string): boolean {
  let at: unknown = messages.en
  for (const step of [...space.split('.'), ...key.split('.')].filter(Boolean)) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false
    at = (at as Record<string, unknown>)[step]
  }
  return at !== undefined
}
