import { describe, expect, it } from 'vitest'
import { load } from '#engine/load'
import { checkDraft } from '../check/check-draft'
import { compile } from '../compile'
import { Draft } from '../edits/draft'
import { clinic } from './testing/clinic'
import { imported } from './testing/imported'
import { wordsOf } from './words'

describe('importing a flow', () => {
  const { draft, report } = imported(clinic())
  const node = (id: string) => draft.drawing.nodes[id]

  it('gives a draft that is valid, compiles and loads', () => {
    expect(Draft.parse(draft)).toEqual(draft)
    expect(() => load({ chart: compile(draft.drawing), content: draft.content })).not.toThrow()
  })
  it('makes each widget its node', () => {
    expect(Object.fromEntries(report.widgets.map(({ widget, nodeType }) => [widget, nodeType]))).toEqual({
      Trigger: 'start',
      welcome: 'say',
      'main-menu': 'ask',
      choose: 'split',
      remember: 'set',
      look_up: 'http',
      run: 'http',
      confirm: 'message',
      inner: 'subflow',
      flex: 'transfer',
      desk: 'transfer',
      voicemail: 'voicemail',
      queue: 'transfer',
      ask_by_text: 'ask',
      pay: 'stub',
    })
  })
  it('takes the channels from the entries that lead somewhere', () => {
    expect(draft.drawing.channels).toEqual(['voice', 'sms'])
    expect(node('Trigger')).toMatchObject({ settings: { by: ['call', 'message'] }, wires: { call: 'welcome', message: 'ask_by_text' } })
  })
  it('writes the new name of a widget and of a variable into every template', () => {
    expect(node('main_menu')?.label).toBe('main-menu')
    expect(node('choose')?.settings).toMatchObject({
      rows: [{ all: [{ subject: '{{widgets.main_menu.Digits}}' }] }, {}],
      speechTolerant: false,
    })
    expect(node('look_up')?.settings).toMatchObject({ send: 'json', body: '{"thing": {{flow.variables.wanted_thing | to_json}}}' })
    expect(draft.content['confirm.prompt']).toEqual({ 'en-US': { text: 'Your refill {{flow.variables.wanted_thing}} is on its way.' } })
  })
  it('declares what the flow sets, and that a caller gave it', () => {
    expect(draft.drawing.variables).toEqual([
      { name: 'wanted_thing', type: 'text', phi: 'identifier', purpose: 'Imported from Studio', retentionDays: 90 },
      { name: 'tries', type: 'text', phi: 'none', purpose: 'Imported from Studio', retentionDays: 90 },
    ])
  })
  it('names what belongs to the account, and keeps it from release', () => {
    expect(report.references.map(({ kind, name, was }) => [kind, name, was])).toEqual([
      ['function', 'refill', 'https://clinic-1234.twil.io/refill'],
      ['flow', 'FW00000000000000000000000000000001', 'FW00000000000000000000000000000001'],
      ['workflow', 'WW1', 'WW1'],
      ['channel', 'TC1', 'TC1'],
      ['queue', 'nurses', 'nurses'],
      ['phone', 'queue_queue', ''],
    ])
    const blocking = checkDraft(draft, { release: true })
      .filter(({ level }) => level === 'must')
      .map(({ rule }) => rule)
    expect(new Set(blocking)).toEqual(new Set(['unmapped-reference', 'stub', 'subflow-not-pinned', 'wrong-channel']))
  })
  it('joins or lists every way out', () => {
    expect(report.exits.filter(({ widget }) => widget === 'ask_by_text')).toEqual([
      { widget: 'ask_by_text', node: 'ask_by_text', event: 'timeout', end: 'end_ask_by_text_timeout', pointer: '/states/13/transitions/1' },
      {
        widget: 'ask_by_text',
        node: 'ask_by_text',
        event: 'deliveryFailure',
        end: 'end_ask_by_text_timeout',
        pointer: '/states/13/transitions/2',
      },
    ])
    expect(node('end_ask_by_text_timeout')).toMatchObject({ type: 'end', settings: { outcome: 'ask_by_text timeout, deliveryFailure' } })
    expect(report.exits.filter(({ end }) => end === null).map(({ event }) => event)).toEqual(['incomingRequest'])
  })
  it('keeps the JSON of what cannot run, and its ways out', () => {
    const { json, ...settings } = node('pay')?.settings ?? {}
    expect(settings).toEqual({
      widget: 'capture-payments',
      events: [
        { id: 'success', event: 'success' },
        { id: 'hangup', event: 'hangup' },
      ],
    })
    expect(JSON.parse(String(json))).toEqual(clinic().states.find(({ name }) => name === 'pay'))
    expect(node('pay')?.wires).toMatchObject({ success: 'queue' })
  })
  it('asks what cannot be known', () => {
    expect(report.questions.map(({ finding }) => report.findings[finding]?.code)).toEqual(['subflow-revision', 'exits-end-the-session'])
  })
  it('grades each widget, and the flow by the worst that can be reached', () => {
    const grade = Object.fromEntries(report.widgets.map(({ widget, grade }) => [widget, grade]))
    expect(grade).toMatchObject({ welcome: 'A', run: 'C', inner: 'D', pay: 'E' })
    expect(report.grade).toBe('E')
  })
  it('words every finding in both languages', () => {
    for (const finding of report.findings) {
      for (const language of ['en', 'zh-CN'] as const) expect(wordsOf(finding, language).why).not.toMatch(/\{quoted\}|undefined/)
    }
  })
})
