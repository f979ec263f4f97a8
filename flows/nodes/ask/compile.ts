import type { StateJson, TransitionJson } from '../../chart'
import type { CompileInput } from '../../node'
import type { AskSettings } from './settings'

/** The last try's ways out stand on the node itself; each earlier try takes silence and unfit answers to the next one. */
export function compileAsk(input: CompileInput<AskSettings>): StateJson {
  const { settings, channels, to, act } = input
  const { answers, silent, undelivered } = exits[settings.split](input)
  return {
    initial: 'try1',
    states: Object.fromEntries(Array.from({ length: settings.retries.length + 1 }, (_, index) => tryState(input, index))),
    on: {
      heard: answers,
      'message.received': answers,
      silence: [{ actions: [act('ask.keep')], ...to(silent) }],
      ...(undelivered && { 'message.delivery': undelivered }),
    },
    // A reply that never comes; on calls silence is the gather's own business.
    ...(channels.includes('sms') && {
      after: { [String(settings.replySeconds * 1000)]: [{ guard: act('ask.by_text'), ...to(silent) }] },
    }),
  }
}

function tryState({ settings, act }: CompileInput<AskSettings>, index: number): [string, StateJson] {
  const target = `try${index + 2}`
  const again: TransitionJson[] = [{ guard: act('ask.invalid'), target, reenter: true }]
  const last = index === settings.retries.length
  const retry = { heard: again, 'message.received': again, silence: [{ target, reenter: true as const }] }
  return [`try${index + 1}`, { entry: [act('ask.question', { attempt: index })], ...(!last && { on: retry }) }]
}

interface Exits {
  answers: TransitionJson[]
  silent: string
  undelivered?: TransitionJson[]
}

const exits: Record<AskSettings['split'], (input: CompileInput<AskSettings>) => Exits> = {
  none: ({ to, act }) => ({
    answers: [
      { guard: act('ask.valid'), actions: [act('ask.keep')], ...to('answered') },
      { actions: [act('ask.keep')], ...to('no_answer') },
    ],
    silent: 'no_answer',
  }),
  by_input: ({ to, act }) => ({
    answers: [
      { guard: act('ask.by_keys'), actions: [act('ask.keep')], ...to('keypress') },
      { guard: act('ask.valid'), actions: [act('ask.keep')], ...to('speech') },
      { actions: [act('ask.keep')], ...to('timeout') },
    ],
    silent: 'timeout',
  }),
  by_reply: ({ to, act }) => ({
    answers: [
      { guard: act('ask.valid'), actions: [act('ask.keep')], ...to('reply') },
      { actions: [act('ask.keep')], ...to('timeout') },
    ],
    silent: 'timeout',
    undelivered: [{ guard: act('ask.undelivered'), actions: [act('ask.keep')], ...to('delivery_failure') }],
  }),
}
