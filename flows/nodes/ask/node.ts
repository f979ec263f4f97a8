import { patternProblem } from '../../compare'
import type { JsonObject } from '../../json'
import { defineNode, type Finding, type Port, type Turn } from '../../node'
import { accepted, type Given } from './accept'
import { compileAsk } from './compile'
import { questionOf } from './question'
import { type AskSettings, AskSettings as Settings } from './settings'
import { words } from './words'

/**
 * Asks for an answer of its own: keys, speech or a text, checked and put into a variable. One inner state for each try.
 * Imported flows leave by the way the answer came (`by_input`) or by what became of a text (`by_reply`).
 */
export const ask = defineNode({
  type: 'ask',
  family: 'ask',
  icon: 'message-circle-question-mark',
  settings: Settings,
  example: {
    settings: Settings.parse({ prompt: 'ask.prompt', kind: 'date', length: 8, retries: ['ask.retry1'] }),
    words: {
      'ask.prompt': 'Enter your date of birth: two digits for the month, two for the day, four for the year.',
      'ask.retry1': 'That is not a date I know. For the second of March 1960, press 0 3 0 2 1 9 6 0.',
    },
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ split }): Port[] => ports[split],
  prompts: ({ prompt, retries }) => [
    ...(prompt ? [{ key: prompt, field: 'prompt' }] : []),
    ...retries.map((key, index) => ({ key, field: `retries.${index}` })),
  ],
  sets: ({ into }) => (into ? [into] : []),
  templates: ({ language }) => (language ? [{ template: language, field: 'language' }] : []),
  compile: compileAsk,
  acts: { 'ask.question': (turn, { attempt }) => questionOf(turn, Number(attempt)) },
  guards: {
    'ask.valid': (turn) => answerOf(turn) !== undefined,
    'ask.invalid': (turn) => answerOf(turn) === undefined,
    'ask.by_keys': (turn) => answerOf(turn) !== undefined && givenOf(turn)?.by === 'keys',
    'ask.by_text': ({ session }) => session.channel === 'sms',
    'ask.undelivered': ({ event }) => event.type === 'message.delivery' && ['failed', 'undelivered'].includes(event.status),
  },
  keeps: {
    'ask.keep': (turn) => {
      const value = answerOf(turn)
      if (value === undefined) return { result: { ...outboundOf(turn), ...fieldsOf(turn) } }
      return { result: resultOf(turn, value), ...(turn.settings.into && { vars: { [turn.settings.into]: value } }) }
    },
  },
  check: (settings) => findings(settings),
  rehearse: (settings) => [
    {
      label: probe(settings),
      event: { type: 'heard' as const, ...(settings.listen === 'speech' ? { speech: probe(settings) } : { digits: probe(settings) }) },
    },
    { label: 'silence', event: { type: 'silence' as const } },
  ],
})

const ports: Record<AskSettings['split'], Port[]> = {
  none: [
    { id: 'answered', kind: 'choice' },
    { id: 'no_answer', kind: 'failure' },
  ],
  by_input: [
    { id: 'keypress', kind: 'choice' },
    { id: 'speech', kind: 'choice' },
    { id: 'timeout', kind: 'failure' },
  ],
  by_reply: [
    { id: 'reply', kind: 'choice' },
    { id: 'timeout', kind: 'failure' },
    { id: 'delivery_failure', kind: 'failure' },
  ],
}

function givenOf({ event, session }: Turn<AskSettings>): Given | undefined {
  const { locale } = session
  if (event.type === 'message.received') return { text: event.body, by: /^[\d*#\s]+$/.test(event.body) ? 'keys' : 'text', locale }
  if (event.type !== 'heard') return undefined
  return event.digits === undefined ? { text: event.speech ?? '', by: 'speech', locale } : { text: event.digits, by: 'keys', locale }
}

function answerOf(turn: Turn<AskSettings>): string | number | undefined {
  const given = givenOf(turn)
  return given && accepted(turn.settings, given)
}

/** Imported flows also look at the text that was sent; `accepted` is all that is known of it by then. */
function outboundOf({ settings, session, prompt }: Turn<AskSettings>): JsonObject {
  if (settings.split !== 'by_reply' || !settings.prompt) return {}
  return { outbound: { To: session.from, From: session.to, Body: prompt(settings.prompt).text, Status: 'accepted' } }
}

const fieldsOf = ({ event }: Turn<AskSettings>): JsonObject => ('fields' in event && event.fields ? event.fields : {})

/** A sensitive answer that has a variable stands there alone, where its class protects it. */
function resultOf(turn: Turn<AskSettings>, value: string | number): JsonObject {
  const { event, settings } = turn
  if (settings.sensitive && settings.into) return {}
  const fields = fieldsOf(turn)
  if (event.type === 'message.received') {
    const inbound = { ...fields, Body: event.body }
    return settings.split === 'by_reply'
      ? { ...outboundOf(turn), value, body: event.body, inbound }
      : { ...inbound, value, body: event.body }
  }
  if (event.type !== 'heard') return { ...fields, value }
  // Imported flows read Twilio's names, which a rehearsal without a phone does not bring.
  const named =
    settings.split === 'by_input' ? (event.digits === undefined ? { SpeechResult: event.speech ?? '' } : { Digits: event.digits }) : {}
  return {
    ...named,
    ...fields,
    value,
    ...(event.digits !== undefined && { digits: event.digits }),
    ...(event.speech !== undefined && { speech: event.speech }),
  }
}

function findings({ kind, pattern, sensitive, into, minLength, maxLength, min, max, prompt, split }: AskSettings): Finding[] {
  const problem = kind === 'pattern' ? (pattern ? patternProblem(pattern) : 'empty') : undefined
  return [
    ...(split === 'none' && !prompt ? [{ rule: 'ask-without-words', level: 'must' as const, field: 'prompt' }] : []),
    ...(problem ? [{ rule: 'ask-pattern', level: 'must' as const, field: 'pattern', values: { problem } }] : []),
    ...(sensitive && !into ? [{ rule: 'ask-sensitive-nowhere', level: 'should' as const, field: 'into' }] : []),
    ...((minLength ?? 0) > (maxLength ?? 64) ? [{ rule: 'ask-range', level: 'must' as const, field: 'minLength' }] : []),
    ...(min !== undefined && max !== undefined && min > max ? [{ rule: 'ask-range', level: 'must' as const, field: 'min' }] : []),
  ]
}

/** Something a caller could press here that fits. */
function probe({ kind, length, minLength = 1, listen, min, dateOrder }: AskSettings): string {
  if (kind === 'date') return { month_day_year: '03021960', day_month_year: '02031960', year_month_day: '19600302' }[dateOrder]
  if (kind === 'number') return String(min ?? 1)
  if (kind === 'yes_no') return '1'
  return listen === 'speech' && kind === 'any' ? 'hello' : '12345678901234567890123456789012'.slice(0, length ?? minLength)
}
