import type { Turn } from '../../node'
import type { Verb } from '../../verbs'
import type { LanguageSettings } from './node'

/** One question, each sentence in its own language; in a text conversation one text with a line for each. */
export function askEachLanguage({ settings, session, prompt }: Turn<LanguageSettings>): Verb[] {
  const { options, listen, waitSeconds } = settings
  const lines = options.flatMap(({ prompt: key, locale }) => (key ? [prompt(key, locale)] : []))
  if (session.channel === 'sms') {
    const [first] = lines
    return first
      ? [{ verb: 'reply', words: { key: first.key, locale: session.locale, text: lines.map(({ text }) => text).join('\n') } }]
      : []
  }
  return [
    {
      verb: 'gather',
      words: lines,
      listen: listen === 'both' ? ['keys', 'speech'] : ['keys'],
      language: session.locale,
      waitSeconds,
      digits: 1,
      // So that # can be an option's key, too.
      finishOnKey: '',
      ...(listen === 'both' && { hints: options.flatMap(({ words }) => words) }),
    },
  ]
}
