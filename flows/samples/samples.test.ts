import { describe, expect, test } from 'vitest'
import { checkChart } from '../check/check-chart'
import { compile } from '../compile'
import { decompile } from '../decompile'
import { nodeTypeOf } from '../nodes/index'
import { sampleNames, samples } from './index'
import { play } from './testing/play'

describe.each(sampleNames)('the sample "%s"', (name) => {
  const { drawing, content, layout } = samples[name]
  const nodes = Object.entries(drawing.nodes).map(([id, node]) => {
    const type = nodeTypeOf(node.type)
    return { id, type, settings: type.settings.parse(node.settings) }
  })

  test('is ready to be released, without a finding', () => {
    expect(checkChart(compile(drawing), content, { release: true })).toEqual([])
  })
  test('comes back out of its chart as it was drawn', () => {
    expect(decompile(compile(drawing))).toEqual(drawing)
  })
  test('has a place on the canvas for every node, and no two nodes share one', () => {
    expect(Object.keys(layout.positions).sort()).toEqual(Object.keys(drawing.nodes).sort())
    expect(new Set(Object.values(layout.positions).map(({ x, y }) => `${x} ${y}`)).size).toBe(Object.keys(drawing.nodes).length)
  })
  test('keeps no words that nobody hears', () => {
    const used = nodes.flatMap(({ type, settings }) => type.prompts(settings).map(({ key }) => key))
    expect(Object.keys(content).sort()).toEqual([...new Set(used)].sort())
  })
  test('leaves a way to a person by 0 and to hear it again by star', () => {
    expect(drawing.universal).toMatchObject({ person: { key: '0' }, repeat: { key: '*' } })
  })
  test('offers at most five choices at once', () => {
    for (const { type, settings } of nodes) if (type.type === 'menu') expect(settings.options.length).toBeLessThanOrEqual(5)
  })
  test('dials and texts only numbers kept for fiction', () => {
    for (const number of JSON.stringify(samples[name]).match(/\+?1?[ -]?\d{3}[ -]?\d{3}[ -]?\d{4}/g) ?? [])
      expect(number).toMatch(/202-?555-?01\d\d$/)
  })
  test('uses the same values in all languages of a prompt', () => {
    const values = (text: string) => text.match(/\{\{.*?\}\}/g) ?? []
    for (const byLocale of Object.values(content)) {
      const [first = [], ...others] = Object.values(byLocale).map(({ text }) => values(text))
      for (const other of others) expect(other).toEqual(first)
    }
  })
})

describe('what a caller hears first', () => {
  test.each(['clinic', 'oncall'] as const)('%s: where to turn in an emergency, in all three languages, before any question', (name) => {
    const said = play(samples[name], { title: '', sample: name, at: '2026-11-23T15:00:00Z', does: ['dials'] })
      .transcript.split('\n')
      .slice(4)
    const notices = said.slice(
      0,
      said.findIndex((line) => line.startsWith('ask: ')),
    )
    expect(notices).toEqual([
      expect.stringMatching(/^say: .*(emergency|danger), hang up and dial 9 1 1\.$/),
      expect.stringMatching(/^say: .* marque el 9 1 1\.$/),
      expect.stringMatching(/^say: .*拨打 9 1 1。$/),
    ])
  })
  test('each notice is spoken in its own language, whatever the session speaks', () => {
    for (const [locale, key] of [
      ['en-US', 'notice'],
      ['es-US', 'notice_es'],
      ['zh-CN', 'notice_zh'],
    ] as const) {
      const words = samples.clinic.content[`${key}.prompt`] ?? {}
      expect(Object.entries(words).map(([under, { language }]) => language ?? under)).toEqual([locale, locale, locale])
    }
  })
})

describe('the appointment texts', () => {
  test.each(Object.entries(samples.appointments.content))('%s fits into three parts of a text message', (_key, byLocale) => {
    // GSM 03.38 holds 153 characters in a part; anything outside its alphabet makes it 67.
    const gsm = /^[\w @£$¥èéùìòÇØøÅåÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n]*$/
    for (const { text } of Object.values(byLocale)) expect(text.length).toBeLessThanOrEqual(gsm.test(text) ? 459 : 201)
  })
  test('name the sender, and say how to get help and how to stop, before anything else', () => {
    for (const locale of samples.appointments.drawing.locales) {
      expect(samples.appointments.content['hello.prompt']?.[locale]?.text).toMatch(/(Riverside|河滨诊所).*911.*HELP.*STOP/s)
    }
  })
})
