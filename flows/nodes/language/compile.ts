import type { StateJson, TransitionJson } from '../../chart'
import type { CompileInput } from '../../node'
import type { LanguageSettings } from './node'

/** A fixed language is set in passing, one from a variable when it is known; a question has one inner state for each try. */
export function compileLanguage(input: CompileInput<LanguageSettings>): StateJson {
  const { settings, channels, to, act } = input
  const keep = [act('language.keep')]
  if (settings.how === 'fixed') return { entry: keep, always: [to('next')] }
  const chosen: TransitionJson[] = [{ guard: act('language.chose'), actions: keep, ...to('next') }, to('no_answer')]
  if (settings.how === 'variable') return { always: chosen }
  return {
    initial: 'try1',
    states: Object.fromEntries(Array.from({ length: settings.tries }, (_, index) => tryState(input, index))),
    on: { heard: chosen, 'message.received': chosen, silence: [to('no_answer')] },
    ...(channels.includes('sms') && {
      after: { [String(settings.replySeconds * 1000)]: [{ guard: act('language.by_text'), ...to('no_answer') }] },
    }),
  }
}

function tryState({ settings, act }: CompileInput<LanguageSettings>, index: number): [string, StateJson] {
  const target = `try${index + 2}`
  const again: TransitionJson[] = [{ guard: act('language.unclear'), target, reenter: true }]
  const retry = { heard: again, 'message.received': again, silence: [{ target, reenter: true as const }] }
  return [`try${index + 1}`, { entry: [act('language.ask')], ...(index < settings.tries - 1 && { on: retry }) }]
}
