import { Locale } from '../../ids'
import type { Turn } from '../../node'
import type { Verb } from '../../verbs'
import type { AskSettings } from './settings'

/** The question as the caller hears it on this try, or reads it; an imported question without words only listens. */
export function questionOf({ settings, session, prompt, text }: Turn<AskSettings>, attempt: number): Verb[] {
  const key = attempt === 0 ? settings.prompt : (settings.retries[attempt - 1] ?? settings.prompt)
  if (session.channel === 'sms') return key ? [{ verb: 'reply', words: prompt(key) }] : []
  const { listen, length, finishOnKey, waitSeconds, speechWait, speechModel, profanityFilter, sensitive, repeat } = settings
  const keys = listen !== 'speech'
  const wanted = Locale.safeParse(text(settings.language ?? '').trim())
  return [
    {
      verb: 'gather',
      words: key ? [prompt(key)] : [],
      listen: listen === 'both' ? ['keys', 'speech'] : [listen],
      language: wanted.success ? wanted.data : session.locale,
      waitSeconds,
      ...(keys && length !== undefined && { digits: length }),
      ...(keys && { finishOnKey }),
      ...(listen !== 'keys' && speechOf({ speechWait, speechModel, profanityFilter, hints: settings.hints[session.locale] })),
      ...(sensitive && { sensitive }),
      ...(repeat > 1 && { repeat }),
    },
  ]
}

interface SpeechSettings extends Pick<AskSettings, 'speechWait' | 'speechModel' | 'profanityFilter'> {
  hints: string[] | undefined
}

const speechOf = ({ speechWait, speechModel, profanityFilter, hints }: SpeechSettings) => ({
  speechWait: speechWait ?? ('auto' as const),
  ...(speechModel && { speechModel }),
  ...(!profanityFilter && { profanityFilter }),
  ...(hints && hints.length > 0 && { hints }),
})
