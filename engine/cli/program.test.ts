import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compile } from '#flows/compile'
import { Draft } from '#flows/edits/draft'
import { samples } from '#flows/samples/index'
import type { House } from './house'
import { runProgram } from './program'

const at = '--at=2026-03-02T15:00:00Z'
const folder = mkdtempSync(join(tmpdir(), 'callwright-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function callwright(argv: string[], { house, typed = [] }: { house?: Partial<House>; typed?: string[] } = {}) {
  const said: string[] = []
  const complained: string[] = []
  const lines = [...typed]
  const code = await runProgram(argv, {
    terminal: { say: (line) => said.push(line), complain: (line) => complained.push(line), ask: async () => lines.shift() },
    open: async () => ({ organisations: async () => [{ id: 'clinic', name: 'Clinic' }], close: async () => {}, ...house }) as House,
    findingWords: { 'dead-end': { title: 'From "{label}" there is no way to an end', fix: 'Wire a way.' } },
    now: () => new Date('2026-03-02T15:00:00Z'),
    env: {},
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

describe('rehearse', () => {
  test('plays a script and prints what is heard', async () => {
    const { code, said } = await callwright(['rehearse', 'clinic', '--script', '1,wait 5', at])
    expect(code).toBe(0)
    expect(said).toContain('says      Thank you for calling Riverside Clinic')
    expect(said).toContain('> press 1')
    expect(said).toContain('asks      To refill a prescription, press 1.')
  })
  test('texts a flow of texts', async () => {
    const { code, said } = await callwright(['rehearse', 'appointments', '--sms', '--script', 'text:hello', at])
    expect(code).toBe(0)
    expect(said).toContain('writes    ')
  })
  test('asks when there is no script, and ends where the typing ends', async () => {
    const { code, said } = await callwright(['rehearse', 'clinic', at], { typed: ['help', '1'] })
    expect(code).toBe(0)
    expect(said).toContain('keys pressed')
    expect(said).toContain('To refill a prescription')
  })
  test('names every part of a script that is no move', async () => {
    const { code, complained } = await callwright(['rehearse', 'clinic', '--script', '1,jump,dial:maybe', at])
    expect(code).toBe(2)
    expect(complained).toContain('"jump" is nothing')
    expect(complained).toContain('"dial:maybe" is nothing')
  })
  test('says which move does not fit and why', async () => {
    const { code, complained } = await callwright(['rehearse', 'clinic', '--script', '1,http:{"a":1}', at])
    expect(code).toBe(2)
    expect(complained).toContain('Move 2 of the script does not fit. The flow waits for no HTTP answer now.')
  })
  test('lists the samples for a name that is none', async () => {
    expect((await callwright(['rehearse', 'nowhere'])).complained).toContain('clinic, appointments, oncall')
  })
  test('refuses a file that does not exist', async () => {
    const { code, complained } = await callwright(['rehearse', './missing.json'])
    expect(code).toBe(2)
    expect(complained).toBe('./missing.json: there is no such file.')
  })
})

describe('check', () => {
  test('finds nothing to repair in a sample, as a draft and as a chart', async () => {
    const draft = await callwright(['check', file('clinic.json', JSON.stringify(samples.clinic))])
    expect(draft.code).toBe(0)
    expect(draft.said).toContain('Ready')
    expect((await callwright(['check', file('chart.json', JSON.stringify(compile(samples.clinic.drawing)))])).code).toBe(0)
  })
  test('tells a finding in words, with its place, and ends with 1', async () => {
    const broken = structuredClone(samples.clinic)
    const [id, node] = Object.entries(broken.drawing.nodes).find(([, { type }]) => type === 'menu') ?? []
    if (!id || !node) throw new Error('The sample has no menu.')
    node.wires = {}
    const { code, said } = await callwright(['check', file('broken.json', JSON.stringify(broken))])
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`repair {2}${id}`))
    expect(said).toMatch(/Not ready: \d+ to repair/)
  })
  test('lists every problem of a file that is no draft, with line and column', async () => {
    const { code, complained } = await callwright(['check', file('bad.json', '{\n  "drawing": { "id": 7 },\n  "extra": 1\n}')])
    expect(code).toBe(2)
    expect(complained).toMatch(/bad\.json:2:\d+: .*\(\/drawing\/id\)/)
    expect(complained).toMatch(/bad\.json:3:\d+: The key "extra" is not known here\./)
  })
})

describe('import', () => {
  const studio = JSON.stringify({
    description: 'x',
    initial_state: 'Trigger',
    states: [
      {
        name: 'Trigger',
        type: 'trigger',
        transitions: [{ event: 'incomingCall', next: 'hello' }, { event: 'incomingMessage' }, { event: 'incomingRequest' }],
        properties: {},
      },
      {
        name: 'hello',
        type: 'say-play',
        transitions: [{ event: 'audioComplete' }],
        properties: { say: 'Hello', loop: 1, voice: 'Polly.Joanna', language: 'en-US' },
      },
    ],
  })
  test('writes a draft that the check reads', async () => {
    const out = join(folder, 'draft.json')
    const { code, said } = await callwright(['import', file('studio.json', studio), '--out', out, '--report'])
    expect(code).toBe(0)
    expect(said).toContain('hello audioComplete → ')
    expect(Object.keys(Draft.parse(JSON.parse(readFileSync(out, 'utf8'))).drawing.nodes)).toContain('hello')
  })
  test('refuses broken JSON with its place and writes nothing', async () => {
    const { code, complained } = await callwright(['import', file('cut.json', studio.slice(0, 40)), '--out', join(folder, 'never.json')])
    expect(code).toBe(2)
    expect(complained).toMatch(/cut\.json:1:\d+: This is not JSON/)
    expect(() => readFileSync(join(folder, 'never.json'))).toThrow()
  })
})

describe('verify and replay', () => {
  test('a broken audit chain ends with 1 and names the entry', async () => {
    const { code, said } = await callwright(['verify', 'audit'], {
      house: { audit: async () => ({ ok: false, entries: 4, at: 5, because: 'changed' }) },
    })
    expect(code).toBe(1)
    expect(said).toBe('Clinic: the chain is broken at entry 5 (changed); 4 before it are whole.')
  })
  test('a whole one ends with 0', async () => {
    expect((await callwright(['verify', 'audit'], { house: { audit: async () => ({ ok: true, entries: 9 }) } })).code).toBe(0)
  })
  test('a beginning that two releases share is not guessed', async () => {
    const house = { releasesLike: async () => ['abcdef1', 'abcdef2'] }
    const { code, complained } = await callwright(['verify', 'release', 'abcdef'], { house })
    expect(code).toBe(2)
    expect(complained).toContain('Several releases begin with abcdef')
  })
  test('what is no hash is said to be none', async () => {
    expect((await callwright(['verify', 'release', 'hello'])).complained).toContain('"hello" is no release')
  })
  test('an unknown session and an unknown organisation are named', async () => {
    expect((await callwright(['replay', 's1'], { house: { session: async () => undefined } })).complained).toContain(
      'There is no session s1 here.',
    )
    expect((await callwright(['replay', 's1', '--organisation', 'Other'])).complained).toContain('There are: "Clinic"')
  })
})

test('an unknown command ends with 2 and shows the help', async () => {
  const { code, complained } = await callwright(['dance'])
  expect(code).toBe(2)
  expect(complained).toContain('Usage: callwright')
})
