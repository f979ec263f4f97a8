import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiled } from './build.mjs'

describe('the bundle of the server', async () => {
  const files = await compiled()
  const textOf = (name: string) => files.find(({ path }) => basename(path) === name)?.text ?? ''
  const importsOf = (text: string) => [...text.matchAll(/^import .*?["']([^"']+)["'];$/gm)].map(([, from = '']) => from)

  test('begins with the guard alone, which any Node can read, and loads the rest only then', () => {
    const imported = importsOf(textOf('server.js'))
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.filter((from) => !from.startsWith('node:'))).toEqual([])
    expect(textOf('server.js')).toMatch(/await import\("\.\/part-start-\w+\.js"\)/)
  })

  test('stands flat in one folder, beside which migrations are looked for', () => {
    expect(files.filter(({ path }) => !/\/dist\/[^/]+$/.test(path))).toEqual([])
  })
})
