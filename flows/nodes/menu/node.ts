import { z } from 'zod'
import type { StateJson } from '../../chart'
import { Locale, PortId, PromptKey } from '../../ids'
import { defineNode, type Turn } from '../../node'
import { chosenOption } from './choose'
import { words } from './words'

const Option = z.strictObject({
  id: PortId.meta({ input: 'hidden' }),
  label: z.string().min(1).max(40).meta({ input: 'text' }),
  key: z
    .string()
    .regex(/^[0-9*#]$/)
    .optional()
    .meta({ input: 'key' }),
  words: z.record(Locale, z.array(z.string())).default({}).meta({ input: 'spoken-words' }),
})

export const MenuSettings = z.strictObject({
  prompt: PromptKey.meta({ input: 'prompt' }),
  options: z.array(Option).min(1).max(12).meta({ input: 'list' }),
  listen: z.enum(['keys', 'speech', 'both']).default('keys').meta({ input: 'choice' }),
  waitSeconds: z.number().int().min(1).max(30).default(5).meta({ input: 'seconds' }),
  /** Asked again in these words, one prompt for each further try. */
  retries: z.array(PromptKey).max(4).default([]).meta({ input: 'prompts' }),
  replyHours: z.number().int().min(1).max(168).default(24).meta({ input: 'number' }),
})
export type MenuSettings = z.infer<typeof MenuSettings>

/**
 * Asks for a choice by key, by word or by text. One inner state for each try, so that the tries are drawn in the chart and
 * nothing needs counting; the last silence or unclear answer leaves by `no_answer`.
 */
export const menu = defineNode({
  type: 'menu',
  family: 'ask',
  icon: 'layout-grid',
  settings: MenuSettings,
  example: {
    settings: {
      prompt: 'menu.prompt',
      options: [
        { id: 'refill', label: 'Refill', key: '1', words: { 'en-US': ['refill', 'prescription'] } },
        { id: 'nurse', label: 'Nurse', key: '2', words: { 'en-US': ['nurse'] } },
      ],
      listen: 'both',
      waitSeconds: 5,
      retries: ['menu.retry1'],
      replyHours: 24,
    },
    words: {
      'menu.prompt': 'For a refill, press 1. For a nurse, press 2.',
      'menu.retry1': 'Sorry, I did not get that. Press 1 for a refill, or 2 for a nurse.',
    },
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ options }) => [
    ...options.map(({ id, label, key }) => ({ id, label, ...(key && { key }), kind: 'choice' as const })),
    { id: 'no_answer', kind: 'failure' as const },
  ],
  prompts: ({ prompt, retries }) => [
    { key: prompt, field: 'prompt' },
    ...retries.map((key, index) => ({ key, field: `retries.${index}` })),
  ],
  compile: ({ settings, channels, to, act }): StateJson => {
    const tries = [settings.prompt, ...settings.retries]
    const chosen = settings.options.map(({ id }) => ({ guard: act('menu.chose', { option: id }), actions: [act('menu.keep')], ...to(id) }))
    const again = (next: number) => [{ guard: act('menu.unclear'), target: `try${next}`, reenter: true as const }]
    return {
      initial: 'try1',
      states: Object.fromEntries(
        tries.map((_, index) => {
          const last = index === tries.length - 1
          const next = index + 2
          const retry = { heard: again(next), 'message.received': again(next), silence: [{ target: `try${next}`, reenter: true as const }] }
          return [`try${index + 1}`, { entry: [act('menu.ask', { attempt: index })], ...(!last && { on: retry }) }]
        }),
      ),
      on: {
        heard: [...chosen, to('no_answer')],
        'message.received': [...chosen, to('no_answer')],
        silence: [to('no_answer')],
      },
      ...(channels.includes('sms') && {
        after: { [String(settings.replyHours * 3_600_000)]: [{ guard: act('menu.by_text'), ...to('no_answer') }] },
      }),
    }
  },
  acts: {
    'menu.ask': ({ settings, session, prompt }, { attempt }) => {
      const words = prompt([settings.prompt, ...settings.retries][Number(attempt)] ?? settings.prompt)
      if (session.channel === 'sms') return [{ verb: 'reply', words }]
      return [
        {
          verb: 'gather',
          words: [words],
          listen: settings.listen === 'both' ? ['keys', 'speech'] : [settings.listen],
          language: session.locale,
          waitSeconds: settings.waitSeconds,
          // Without this Twilio keeps # for itself as the key that ends an entry, and no option could have it.
          ...(settings.listen !== 'speech' && { digits: 1, finishOnKey: '' }),
          ...(settings.listen !== 'keys' && { hints: hintsOf(settings, session.locale) }),
        },
      ]
    },
  },
  guards: {
    'menu.chose': (turn, { option }) => optionOf(turn) === option,
    'menu.unclear': (turn) => optionOf(turn) === undefined,
    'menu.by_text': ({ session }) => session.channel === 'sms',
  },
  keeps: {
    'menu.keep': (turn) => ({ result: { ...eventFields(turn), choice: optionOf(turn) ?? '' } }),
  },
  check: ({ options, listen }) => [
    ...duplicates(options.flatMap(({ key }) => key ?? [])).map((key) => ({
      rule: 'menu-key-twice',
      level: 'must' as const,
      field: 'options',
      values: { key },
    })),
    ...duplicates([...options.map(({ id }) => id), 'no_answer']).map((port) => ({
      rule: 'menu-option-twice',
      level: 'must' as const,
      port,
      field: 'options',
    })),
    ...options.flatMap(({ id, key, label }) =>
      listen === 'keys' && !key
        ? [{ rule: 'menu-option-without-key', level: 'should' as const, port: id, field: 'options', values: { option: label } }]
        : [],
    ),
  ],
  rehearse: ({ options }) => [
    ...options.map(({ key, label, words }) => ({
      label,
      event: key ? { type: 'heard' as const, digits: key } : { type: 'heard' as const, speech: Object.values(words)[0]?.[0] ?? label },
    })),
    { label: 'silence', event: { type: 'silence' as const } },
  ],
})

const hintsOf = ({ options }: MenuSettings, locale: string): string[] => options.flatMap(({ words, label }) => words[locale] ?? [label])
const duplicates = (keys: string[]): string[] => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
const eventFields = ({ event }: Turn<MenuSettings>) => ('fields' in event && event.fields ? event.fields : {})

function optionOf({ settings, session, event }: Turn<MenuSettings>): string | undefined {
  if (event.type === 'heard') return chosenOption(settings.options, { locale: session.locale, heard: event.digits ?? event.speech ?? '' })
  if (event.type === 'message.received') return chosenOption(settings.options, { locale: session.locale, heard: event.body })
  return undefined
}
