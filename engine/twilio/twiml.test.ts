import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { Spoken } from '#flows/content'
import type { Verb } from '#flows/verbs'
import type { Links } from './links'
import { messageTwiml, TwimlTooLarge, voiceTwiml } from './twiml'

const links: Links = {
  next: (kind) => `https://h/turn?k=${kind}&t=1`,
  notice: (path) => `https://h/${path}`,
  audio: (sha256) => `https://h/audio/${sha256}`,
}
const words = (text: string, more: Partial<Spoken> = {}): Spoken => ({ key: 'a.b', locale: 'en-US', text, ...more })
const inside = (verbs: Verb[]): string =>
  voiceTwiml(verbs, links)
    .replace('<?xml version="1.0" encoding="UTF-8"?>', '')
    .replace(/^<Response>|<\/Response>$/g, '')

describe('a verb becomes', () => {
  test('say: a Say with voice and language', () =>
    expect(inside([{ verb: 'say', words: words('Hi'), repeat: 2 }])).toBe('<Say voice="Polly.Joanna" language="en-US" loop="2">Hi</Say>'))
  test('say in Chinese: the language its voice speaks', () =>
    expect(inside([{ verb: 'say', words: words('您好', { locale: 'zh-CN' }) }])).toBe(
      '<Say voice="Polly.Zhiyu" language="cmn-CN">您好</Say>',
    ))
  test('say with a recording: a Play of it', () =>
    expect(inside([{ verb: 'say', words: words('Hi', { audio: 'ab' }) }])).toBe('<Play>https://h/audio/ab</Play>'))
  test('gather: one that never falls through silence', () =>
    expect(
      inside([
        {
          verb: 'gather',
          words: [words('Press 1.')],
          listen: ['keys', 'speech'],
          language: 'en-US',
          waitSeconds: 5,
          digits: 1,
          hints: ['a', 'b,c'],
        },
      ]),
    ).toBe(
      '<Gather input="dtmf speech" action="https://h/turn?k=heard&amp;t=1" method="POST" actionOnEmptyResult="true" timeout="5" numDigits="1" language="en-US" speechTimeout="auto" hints="a,b c"><Say voice="Polly.Joanna" language="en-US">Press 1.</Say></Gather>',
    ))
  test('gather with a speech model: one that waits whole seconds', () =>
    expect(
      inside([
        { verb: 'gather', words: [], listen: ['speech'], language: 'en-US', waitSeconds: 5, speechModel: 'phone_call', speechWait: 'auto' },
      ]),
    ).toContain('speechTimeout="3" speechModel="phone_call"'))
  test('dial: numbers that ring together', () =>
    expect(
      inside([
        {
          verb: 'dial',
          to: [
            { kind: 'number', number: '+1' },
            { kind: 'number', number: '+2' },
          ],
          ringSeconds: 20,
        },
      ]),
    ).toBe('<Dial action="https://h/turn?k=dialed&amp;t=1" method="POST" timeout="20"><Number>+1</Number><Number>+2</Number></Dial>'))
  test('record: one that reports back', () =>
    expect(inside([{ verb: 'record', maxSeconds: 60, silenceSeconds: 5, beep: true, transcribe: false }])).toBe(
      '<Record action="https://h/turn?k=recorded&amp;t=1" method="POST" maxLength="60" timeout="5" playBeep="true" recordingStatusCallback="https://h/recording-status"/>',
    ))
  test('hold: words, a pause, and a way back', () =>
    expect(inside([{ verb: 'hold', seconds: 2 }])).toBe(
      '<Pause length="2"/><Redirect method="POST">https://h/turn?k=poll&amp;t=1</Redirect>',
    ))
  test('continue and hangup', () => {
    expect(inside([{ verb: 'continue' }])).toBe('<Redirect method="POST">https://h/turn?k=resumed&amp;t=1</Redirect>')
    expect(inside([{ verb: 'hangup' }])).toBe('<Hangup/>')
  })
  test('nothing, where there is nothing to say', () =>
    expect(voiceTwiml([{ verb: 'say', words: words('  \u0000 ') }], links)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>'))
})

describe('words', () => {
  const attacks = [
    '</Say><Dial>+1900</Dial>',
    '<![CDATA[x]]>',
    '&lt;Hangup/&gt;',
    ']]>',
    '<!-- --><Hangup/>',
    '"\' onclick=',
    '&#x3C;Hangup/&#x3E;',
    '<?xml version="1.0"?>',
    '\u0000\u0008\ud800x',
    '<speak><break/></speak>',
  ]
  test.each(attacks)('never become markup: %j', (attack) => {
    const xml = voiceTwiml(
      [
        { verb: 'say', words: words(attack) },
        { verb: 'gather', words: [words(attack)], listen: ['speech'], language: 'en-US', waitSeconds: 5, hints: [attack] },
        { verb: 'dial', to: [{ kind: 'number', number: attack }], callerId: attack, ringSeconds: 9 },
      ],
      links,
    )
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(tags(xml)).toEqual(['Response', 'Say', 'Gather', 'Say', 'Dial', 'Number'])
  })
  test('of any kind give well-formed documents of the same elements', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const xml = messageTwiml([{ words: words(`a${text}`) }], links)
        expect(XMLValidator.validate(xml)).toBe(true)
        expect(tags(xml)).toEqual(['Response', 'Message', 'Body'])
      }),
    )
  })
  test('longer than Twilio says at once are cut at a sentence', () => {
    const said = inside([{ verb: 'say', words: words(`${'a'.repeat(3000)}. ${'b'.repeat(3000)}.`) }])
      .split('</Say>')
      .map((part) => part.replace(/<[^>]*>/g, ''))
    expect(said.map((text) => text.length)).toEqual([3001, 3001, 0])
  })
  test('longer than a message are several messages', () =>
    expect(
      tags(messageTwiml([{ words: words('word '.repeat(700)), media: ['https://h/a.png'] }], links)).filter((tag) => tag === 'Message'),
    ).toHaveLength(3))
  test('longer than an answer may be are refused', () =>
    expect(() =>
      voiceTwiml(
        Array.from({ length: 20 }, () => ({ verb: 'say' as const, words: words('a'.repeat(4000)) })),
        links,
      ),
    ).toThrow(TwimlTooLarge))
})

function tags(xml: string): string[] {
  const names: string[] = []
  const walk = (nodes: Record<string, unknown>[]): void => {
    for (const each of nodes) {
      const name = Object.keys(each).find((key) => key !== ':@' && key !== '#text')
      if (!name) continue
      names.push(name)
      walk(each[name] as Record<string, unknown>[])
    }
  }
  walk(new XMLParser({ preserveOrder: true, ignoreDeclaration: true }).parse(xml) as Record<string, unknown>[])
  return names
}
