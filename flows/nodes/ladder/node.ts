import type { StateJson } from '../../chart'
import type { CompileInput } from '../../node'
import { defineNode } from '../../node'
import { isLiteralNumber } from '../../phone'
import { accepts, declines, keepAnswer, keptOf, misses } from './answer'
import { meet, release, thank } from './meet'
import { personAt, reach, stop } from './reach'
import { attemptsOf, LadderSettings } from './settings'
import { words } from './words'

/**
 * Asks people in turn, by call or by text, until one accepts. One inner state for each attempt, so that the chart itself says who is
 * asked when and for how long; nothing is counted.
 */
export const ladder = defineNode({
  type: 'ladder',
  family: 'people',
  icon: 'siren',
  settings: LadderSettings,
  example: {
    settings: {
      rungs: [
        { id: 'first', name: 'Nurse on call', way: 'call', to: '+12025550123', waitSeconds: 40 },
        { id: 'second', name: 'Physician on call', way: 'text', to: '+12025550124', waitSeconds: 120 },
      ],
      rounds: 1,
      ask: 'ladder.ask',
      text: 'ladder.text',
      thanks: 'ladder.thanks',
      holding: 'ladder.holding',
      staffLocale: 'en-US',
      connect: true,
    },
    words: {
      'ladder.ask': 'A patient on the nurse line needs you. Press 1 to accept. Press 2 to decline.',
      'ladder.text': 'A patient on the nurse line needs you. Reply 1 to accept, 2 to decline.',
      'ladder.thanks': 'Thank you. The patient is yours now.',
      'ladder.holding': 'Please stay on the line. I am calling the nurse on duty.',
    },
  },
  words,
  channels: ['voice', 'sms'],
  ports: () => [
    { id: 'accepted', kind: 'then' },
    { id: 'nobody', kind: 'failure' },
  ],
  prompts: ({ rungs, ask, text, thanks, holding }) => [
    ...(rungs.some(({ way }) => way === 'call') ? [{ key: ask, field: 'ask' }] : []),
    ...(rungs.some(({ way }) => way === 'text') ? [{ key: text, field: 'text' }] : []),
    ...(thanks ? [{ key: thanks, field: 'thanks' }] : []),
    ...(holding ? [{ key: holding, field: 'holding' }] : []),
  ],
  templates: ({ rungs }) => rungs.map(({ to }, index) => ({ template: to, field: `rungs.${index}.to` })),
  compile: (input): StateJson => {
    const { settings, channels, to, act } = input
    const meeting = settings.connect && channels.includes('voice')
    return {
      initial: 'rung1',
      entry: [act('ladder.begin')],
      states: {
        ...Object.fromEntries(attemptsOf(settings).map((_, attempt) => [`rung${attempt + 1}`, attemptState(input, { attempt, meeting })])),
        ...(meeting && { talking: talkingState(input) }),
        agreed: { type: 'final' },
        over: { type: 'final' },
      },
      onDone: [{ guard: act('ladder.agreed'), ...to('accepted') }, to('nobody')],
    }
  },
  acts: {
    'ladder.reach': (turn, { attempt }) => reach(turn, Number(attempt)),
    'ladder.stop': (turn, { attempt }) => stop(turn, Number(attempt)),
    'ladder.meet': meet,
    'ladder.thank': thank,
    'ladder.release': release,
  },
  guards: {
    'ladder.accepted': (turn, { attempt }) => accepts(turn, Number(attempt)),
    'ladder.meets': (turn, { attempt }) => turn.session.channel === 'voice' && turn.settings.connect && accepts(turn, Number(attempt)),
    'ladder.declined': (turn, { attempt }) => declines(turn, Number(attempt)),
    'ladder.missed': (turn, { attempt }) => misses(turn, Number(attempt)),
    'ladder.unreachable': (turn, { attempt }) => personAt(turn, Number(attempt)).number === undefined,
    'ladder.met': ({ event }) => event.type === 'call.dialed' && (event.status === 'completed' || event.status === 'answered'),
    'ladder.agreed': (turn) => 'accepted_by' in keptOf(turn),
  },
  keeps: {
    // Who asks to hear it again comes back to where they were: the person who accepted still has.
    'ladder.begin': ({ event }) => (event.type === 'universal.repeat' ? {} : { result: {} }),
    'ladder.keep': keepAnswer,
    'ladder.forget': () => ({ result: {} }),
  },
  rehearse: () => [
    { label: 'accepted', event: { type: 'rung.answered', node: 'here', rung: 0, by: '+12025550123', accepted: true } },
    { label: 'declined', event: { type: 'rung.answered', node: 'here', rung: 0, by: '+12025550123', accepted: false } },
    { label: 'missed', event: { type: 'rung.missed', node: 'here', rung: 0, status: 'no-answer' } },
  ],
})

function attemptState(
  { settings, act }: CompileInput<LadderSettings>,
  { attempt, meeting }: { attempt: number; meeting: boolean },
): StateJson {
  const attempts = attemptsOf(settings)
  const target = attempt + 1 < attempts.length ? `rung${attempt + 2}` : 'over'
  const guard = (name: string) => act(name, { attempt })
  return {
    entry: [act('ladder.reach', { attempt })],
    exit: [act('ladder.stop', { attempt })],
    ...(!isLiteralNumber(attempts[attempt]?.to ?? '') && { always: [{ guard: guard('ladder.unreachable'), target }] }),
    on: {
      'rung.answered': [
        ...(meeting ? [{ guard: guard('ladder.meets'), actions: [act('ladder.keep')], target: 'talking' }] : []),
        { guard: guard('ladder.accepted'), actions: [act('ladder.keep'), act('ladder.thank')], target: 'agreed' },
        { guard: guard('ladder.declined'), actions: [act('ladder.release')], target },
      ],
      'rung.missed': [{ guard: guard('ladder.missed'), target }],
    },
    after: { [String((attempts[attempt]?.waitSeconds ?? 0) * 1000)]: [{ target }] },
  }
}

/** Ends with the talk. Who accepted by text but did not pick up afterwards has not taken over. */
const talkingState = ({ act }: CompileInput<LadderSettings>): StateJson => ({
  entry: [act('ladder.meet')],
  on: {
    'call.dialed': [
      { guard: act('ladder.met'), target: 'agreed' },
      { actions: [act('ladder.forget')], target: 'over' },
    ],
  },
})
