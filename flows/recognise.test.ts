import { describe, expect, it } from 'vitest'
import { compile } from './compile'
import { emptyDraft } from './edits/draft'
import { Edit, fold } from './edits/edit'
import type { FlowEvent } from './events'
import { nodeTypeOf } from './nodes/index'
import { carrierKeyword, recognise } from './recognise'

const { draft } = fold(
  emptyDraft({ id: 'clinic', name: 'Clinic', locale: 'en-US', channels: ['voice', 'sms'] }),
  [
    { kind: 'addNode', type: 'menu', id: 'main' },
    { kind: 'addNode', type: 'end', id: 'nurse' },
    {
      kind: 'setUniversal',
      name: 'person',
      universal: { key: '0', words: { 'en-US': ['agent', 'A person'], 'es-US': ['persona'] }, target: 'nurse' },
    },
    { kind: 'setUniversal', name: 'repeat', universal: { key: '#', words: {} } },
    { kind: 'setUniversal', name: 'language', universal: { key: '9', words: {} } },
    {
      kind: 'setUniversal',
      name: 'emergency',
      universal: { words: { 'en-US': ['emergency'], 'es-US': ['emergencia'], 'zh-CN': ['急救'] }, target: 'nurse' },
    },
  ].map((edit) => Edit.parse(edit)),
)
const chart = compile(draft.drawing)
const at = '2026-03-02T15:00:00Z'
const menu = nodeTypeOf('menu')
const typeOf = (event: FlowEvent, locale = 'en-US', nodes: Parameters<typeof recognise>[1]['at'] = []): string =>
  recognise(chart, { event, at: nodes, locale }).type
const pressed = (digits: string): FlowEvent => ({ type: 'heard', at, digits })
const said = (speech: string): FlowEvent => ({ type: 'heard', at, speech })
const texted = (body: string): FlowEvent => ({ type: 'message.received', at, body, media: [], sid: 'SM1' })

describe('a universal key or word', () => {
  it('is recognised from a key, speech or text, with the event’s time and fields', () => {
    expect(recognise(chart, { event: { type: 'heard', at, digits: '0', fields: { Digits: '0' } }, at: [], locale: 'en-US' })).toEqual({
      type: 'universal.person',
      at,
      fields: { Digits: '0' },
    })
    expect(typeOf(said('A person.'))).toBe('universal.person')
    expect(typeOf(texted(' AGENT! '))).toBe('universal.person')
    expect(typeOf(texted('0'))).toBe('universal.person')
    expect(typeOf(pressed('#'))).toBe('universal.repeat')
  })
  it('counts in the session’s language, an emergency in every language', () => {
    expect(typeOf(said('persona'))).toBe('heard')
    expect(typeOf(said('persona'), 'es-US')).toBe('universal.person')
    expect(typeOf(texted('急救'))).toBe('universal.emergency')
  })
  it('is the whole of what was said, not a part of it', () => {
    expect(typeOf(said('I am no agent'))).toBe('heard')
    expect(typeOf(pressed('00'))).toBe('heard')
    expect(typeOf(pressed('10'))).toBe('heard')
  })
  it('leaves a key alone that the current node offers', () => {
    const options = [{ id: 'zero', label: 'Zero', key: '0', words: {} }]
    const settings = { ...menu.example.settings, options }
    expect(typeOf(pressed('0'), 'en-US', [{ type: menu, settings }])).toBe('heard')
    expect(typeOf(pressed('0'), 'en-US', [{ type: menu, settings: menu.example.settings }])).toBe('universal.person')
  })
  it('that leads nowhere is not heard, and other events pass unchanged', () => {
    expect(typeOf(pressed('9'))).toBe('heard')
    const silence: FlowEvent = { type: 'silence', at }
    expect(recognise(chart, { event: silence, at: [], locale: 'en-US' })).toBe(silence)
  })
})

describe('a carrier keyword', () => {
  it.each([
    ['STOP', 'stop'],
    ['stop.', 'stop'],
    [' Unsubscribe ', 'stop'],
    ['REVOKE', 'stop'],
    ['help', 'help'],
    ['INFO', 'help'],
    ['yes', 'start'],
    ['UNSTOP', 'start'],
    ['please stop', undefined],
    ['stop it', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j means %s', (body, meaning) => {
    expect(carrierKeyword(body)).toBe(meaning)
  })
})
