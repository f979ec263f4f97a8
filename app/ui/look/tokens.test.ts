import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const split = css.indexOf('@variant in-dark {')
const light = colours(css.slice(0, split))
const themes = { light, dark: { ...light, ...colours(css.slice(split)) } }

const grounds = ['surface', 'raised', 'paper', 'canvas', 'sunken', 'plate']
const families = ['ends', 'speak', 'ask', 'decide', 'guard', 'people', 'bot', 'system', 'structure']

/* WCAG 2.2: 1.4.3 asks 4.5 for text, 1.4.11 asks 3 for the edges of controls. */
const text: [string, string][] = [
  ...['text', 'text-2', 'text-3', 'ink-text', 'ok', 'warn', 'bad'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['ok', 'warn', 'bad'].map((state): [string, string] => [state, `${state}-soft`]),
  ...families.map((family): [string, string] => [`fam-${family}`, `fam-${family}-soft`]),
  ['ink-text', 'ink-soft'],
  ['on-ink', 'ink'],
  ['on-ink', 'ink-hover'],
  ['on-bad', 'bad'],
  ['text', 'ins'],
  ['bad', 'del'],
  ['text-2', 'note'],
  ['heat-low-text', 'heat-3'],
  ['heat-high-text', 'heat-4'],
]
const edges: [string, string][] = [
  ['control', 'surface'],
  ['control', 'paper'],
  ['wire', 'canvas'],
  ['ink', 'canvas'],
]

describe.each(['light', 'dark'] as const)('the colours in %s', (theme) => {
  it('define the same names as the other theme', () => {
    expect(Object.keys(colours(css.slice(split))).sort()).toEqual(Object.keys(light).sort())
  })

  it.each(text)('can be read: %s on %s', (ink, ground) => {
    expect(contrast(themes[theme][ink], themes[theme][ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('can be seen: %s on %s', (edge, ground) => {
    expect(contrast(themes[theme][edge], themes[theme][ground])).toBeGreaterThanOrEqual(3)
  })
})

function colours(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

function contrast(one = '', other = ''): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
