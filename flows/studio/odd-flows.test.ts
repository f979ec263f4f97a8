import { describe, expect, it } from 'vitest'
import { Draft } from '../edits/draft'
import type { StudioFlow, StudioState } from './definition'
import { importStudio } from './import'
import { clinic, match, state } from './testing/clinic'
import { imported } from './testing/imported'

const changed = (name: string, change: (state: StudioState) => void): StudioFlow => {
  const flow = clinic()
  const found = flow.states.find((each) => each.name === name)
  if (!found) throw new Error(`No widget ${name}.`)
  change(found)
  return flow
}
const codesAt = (flow: object, widget: string): string[] =>
  imported(flow).report.findings.flatMap((finding) => (finding.widget === widget ? [finding.code] : []))

describe('what differs from what Studio writes', () => {
  it.each<[string, string, (state: StudioState) => void, string]>([
    [
      'a condition on another value than the widget names',
      'choose',
      ({ properties }) => (properties.input = '{{widgets.welcome.Digits}}'),
      'argument-differs-from-input',
    ],
    [
      'a comparison nobody knows',
      'choose',
      ({ transitions }) => transitions.push(match('3', 'desk', { type: 'sounds_like' }) as never),
      'unknown-operator',
    ],
    [
      'two conditions in one branch',
      'choose',
      ({ transitions }) =>
        transitions[1]?.conditions?.push({
          friendly_name: '',
          arguments: ['{{widgets.main-menu.Digits}}'],
          type: 'is_not_blank',
          value: '',
        }),
      'several-conditions',
    ],
    ['a key by a wrong name', 'main-menu', (each) => (each.properties = { say: 'Press 1.', numDigits: 1 }), 'key-renamed'],
    [
      'a way to a widget that is not there',
      'welcome',
      ({ transitions }) => transitions.splice(0, 1, { event: 'audioComplete', next: 'nowhere' }),
      'next-missing',
    ],
    [
      'a value of a widget that is not there',
      'welcome',
      ({ properties }) => (properties.say = 'Hello {{widgets.gone.name}}'),
      'dead-widget-reference',
    ],
    ['a template that cannot be read', 'welcome', ({ properties }) => (properties.say = 'Hello {{ name | }} {% if %}'), 'template-broken'],
    ['a voice of the past', 'welcome', ({ properties }) => (properties.voice = 'alice'), 'voice-renamed'],
    ['a placeholder in the words', 'welcome', ({ properties }) => (properties.say = 'Welcome to [YOUR CLINIC]'), 'placeholder-left'],
    [
      'an opt-out word as an answer',
      'ask_by_text',
      ({ properties }) => (properties.body = 'Reply CANCEL to cancel your visit.'),
      'carrier-word-offered',
    ],
    ['a login in an address', 'look_up', ({ properties }) => (properties.url = 'https://user:secret@ehr.example.org/x'), 'secret-in-file'],
    [
      'the date of now',
      'remember',
      ({ properties }) => (properties.variables = [{ key: 'hour', value: "{{ 'now' | date: '%H' }}" }]),
      'date-of-now',
    ],
    ['a widget Studio does not have', 'pay', (each) => (each.type = 'hang-up'), 'unknown-widget'],
    ['a number without its country', 'desk', ({ properties }) => (properties.to = '(202) 555-0177'), 'number-rewritten'],
    ['a number nobody could ring', 'desk', ({ properties }) => (properties.to = 'front desk'), 'address-not-a-number'],
    ['a time that is too long', 'main-menu', ({ properties }) => (properties.timeout = 900), 'value-limited'],
    [
      'an answer compared as heard',
      'choose',
      ({ transitions }) => transitions.push(match('yes', 'desk', { argument: '{{widgets.main-menu.SpeechResult}}' }) as never),
      'speech-compared-as-heard',
    ],
  ])('%s is found', (_, widget, change, code) => {
    expect(codesAt(clinic(), widget)).not.toContain(code)
    expect(codesAt(changed(widget, change), widget)).toContain(code)
  })

  it('never carries a secret into the draft or the references', () => {
    const { draft, report } = imported(changed('look_up', ({ properties }) => (properties.url = 'https://user:hunter2@ehr.example.org/x')))
    expect(JSON.stringify([draft, report.references, report.findings])).not.toContain('hunter2')
    const sip = imported(
      changed('desk', ({ properties }) =>
        Object.assign(properties, { noun: 'sip', sip_endpoint: 'sip:desk@example.org', sip_username: 'u', sip_password: 'hunter2' }),
      ),
    )
    expect(JSON.stringify([sip.draft, sip.report.references, sip.report.findings])).not.toContain('hunter2')
  })
  it('takes the other language of a prompt into its words', () => {
    const { draft } = imported(changed('main-menu', ({ properties }) => Object.assign(properties, { language: 'es', say: 'Bienvenido' })))
    expect(draft.content['main_menu.prompt']).toMatchObject({ 'en-US': { text: 'Bienvenido', language: 'es-ES' } })
  })
  it('plays tones and recordings', () => {
    const tones = imported(changed('welcome', (each) => (each.properties = { digits: '1w2' })))
    expect(tones.draft.drawing.nodes.welcome?.settings).toEqual({ tones: '1w2', repeat: 1 })
    const audio = imported(changed('welcome', (each) => (each.properties = { play: 'https://example.org/hello.mp3' })))
    expect(audio.draft.content['welcome.prompt']).toEqual({ 'en-US': { text: '', audioUrl: 'https://example.org/hello.mp3' } })
  })
  it('reads a second trigger, a widget without a name and two of one name', () => {
    const flow = clinic()
    flow.states.push(
      state('Other', 'trigger', { ways: [{ event: 'incomingCall', next: 'welcome' }] }),
      state('welcome', 'say-play', { properties: { say: 'Again' }, ways: [] }),
      state('', 'say-play', { properties: { say: 'Nameless' }, ways: [] }),
    )
    const { draft, report } = imported(flow)
    expect(Draft.parse(draft)).toEqual(draft)
    expect(report.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['two-triggers', 'name-twice', 'not-as-studio-writes', 'unreachable']),
    )
    expect(Object.keys(draft.drawing.nodes)).toEqual(expect.arrayContaining(['welcome', 'welcome_2', 'widget_18']))
  })
  it('makes widgets from the clipboard a flow of their own', () => {
    const { draft, report } = imported([clinic().states[1], clinic().states[10]])
    expect(report.source.form).toBe('fragment')
    expect(draft.drawing.nodes.Trigger).toMatchObject({ type: 'start', wires: { call: 'welcome' } })
  })
  it('lays out a flow that has no positions', () => {
    const flow = clinic()
    for (const each of flow.states) delete each.properties.offset
    const { draft } = imported(flow)
    const places = Object.values(draft.layout.positions).map(({ x, y }) => `${x} ${y}`)
    expect(places).toHaveLength(Object.keys(draft.drawing.nodes).length)
    expect(new Set(places).size).toBe(places.length)
  })
  it('refuses what is no flow, with its place', () => {
    expect(importStudio('{"states": [}', { id: 'x' })).toEqual({
      ok: false,
      problems: [{ code: 'not-json', place: { line: 1, column: 13 }, quoted: '}' }],
    })
  })
  it('reads 2,000 widgets in less than two seconds', () => {
    const flow = {
      initial_state: 'Trigger',
      states: [
        clinic().states[0],
        ...Array.from({ length: 1999 }, (_, index) =>
          state(`say_${index}`, 'say-play', {
            properties: { say: `Hello {{flow.variables.v${index}}}` },
            ways: [{ event: 'audioComplete', next: `say_${index + 1}` }],
          }),
        ),
      ],
    }
    const text = JSON.stringify(flow)
    const began = performance.now()
    expect(importStudio(text, { id: 'x' }).ok).toBe(true)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
