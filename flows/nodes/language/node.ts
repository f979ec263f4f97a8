import { z } from 'zod'
import { Locale, PromptKey } from '../../ids'
import { defineNode, type Finding, type Turn } from '../../node'
import { chosenOption } from '../menu/choose'
import { askEachLanguage } from './askEachLanguage'
import { compileLanguage } from './compile'
import { words } from './words'

const Option = z.strictObject({
  locale: Locale.meta({ input: 'locale' }),
  /** Spoken in this language: "For English, press 1." */
  prompt: PromptKey.optional().meta({ input: 'prompt' }),
  key: z
    .string()
    .regex(/^[0-9*#]$/, 'One key: a digit, * or #.')
    .optional()
    .meta({ input: 'key' }),
  words: z.array(z.string().min(1)).default([]).meta({ input: 'words' }),
})

export const LanguageSettings = z.strictObject({
  how: z.enum(['ask', 'fixed', 'variable']).default('ask').meta({ input: 'choice' }),
  options: z.array(Option).max(9).default([]).meta({ input: 'list' }),
  listen: z.enum(['keys', 'both']).default('keys').meta({ input: 'choice' }),
  waitSeconds: z.number().int().min(1).max(30).default(5).meta({ input: 'seconds' }),
  tries: z.number().int().min(1).max(3).default(2).meta({ input: 'number' }),
  replySeconds: z.number().int().min(1).max(604_800).default(86_400).meta({ input: 'seconds' }),
  locale: Locale.optional().meta({ input: 'locale' }),
  value: z.string().max(500).optional().meta({ input: 'template' }),
})
export type LanguageSettings = z.infer<typeof LanguageSettings>

/** Sets the language of the session: asked for in each language in turn, fixed, or taken from what is known. */
export const language = defineNode({
  type: 'language',
  family: 'ask',
  icon: 'languages',
  settings: LanguageSettings,
  example: {
    settings: LanguageSettings.parse({
      options: [
        { locale: 'en-US', prompt: 'language.english', key: '1', words: ['English'] },
        { locale: 'es-US', prompt: 'language.spanish', key: '2', words: ['español'] },
      ],
    }),
    words: { 'language.english': 'For English, press 1.', 'language.spanish': 'Para español, oprima el 2.' },
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ how }) => [{ id: 'next', kind: 'then' as const }, ...(how === 'fixed' ? [] : [{ id: 'no_answer', kind: 'failure' as const }])],
  prompts: ({ how, options }) =>
    how === 'ask' ? options.flatMap(({ prompt }, index) => (prompt ? [{ key: prompt, field: `options.${index}.prompt` }] : [])) : [],
  templates: ({ how, value }) => (how === 'variable' && value ? [{ template: value, field: 'value' }] : []),
  compile: compileLanguage,
  acts: { 'language.ask': askEachLanguage },
  guards: {
    'language.chose': (turn) => localeOf(turn) !== undefined,
    'language.unclear': (turn) => localeOf(turn) === undefined,
    'language.by_text': ({ session }) => session.channel === 'sms',
  },
  keeps: {
    'language.keep': (turn) => {
      const locale = localeOf(turn)
      return locale ? { locale, result: { locale } } : {}
    },
  },
  check: (settings) => findings(settings),
  rehearse: ({ how, options }) =>
    how === 'ask'
      ? [
          ...options.map(({ locale, key, words }) => ({
            label: locale,
            event: key ? { type: 'heard' as const, digits: key } : { type: 'heard' as const, speech: words[0] ?? locale },
          })),
          { label: 'silence', event: { type: 'silence' as const } },
        ]
      : [],
})

function localeOf({ settings, event, text }: Turn<LanguageSettings>): string | undefined {
  if (settings.how === 'fixed') return settings.locale
  if (settings.how === 'variable') return known(text(settings.value ?? '').trim(), settings.options)
  const heard = event.type === 'heard' ? (event.digits ?? event.speech) : event.type === 'message.received' ? event.body : undefined
  return heard === undefined ? undefined : chosen(settings.options, heard)
}

/** Every language's words count, whatever the session speaks so far. */
function chosen(options: LanguageSettings['options'], heard: string): string | undefined {
  const choices = options.map(({ locale, key, words }) => ({ id: locale, label: locale, key, words: { any: words } }))
  return chosenOption(choices, { locale: 'any', heard })
}

/** `es` or `ES-mx` means the option of that language; without options any well-formed tag is taken. */
function known(wanted: string, options: LanguageSettings['options']): string | undefined {
  if (options.length === 0) return Locale.safeParse(wanted).data
  const language = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]
  const exact = options.find(({ locale }) => locale.toLowerCase() === wanted.toLowerCase().replace('_', '-'))
  return (exact ?? options.find(({ locale }) => language(locale) === language(wanted)))?.locale
}

function findings({ how, options, locale, value }: LanguageSettings): Finding[] {
  const keys = options.flatMap(({ key }) => key ?? [])
  const twice = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
  return [
    ...(how === 'ask' && options.length === 0 ? [{ rule: 'language-no-choice', level: 'must' as const, field: 'options' }] : []),
    ...(how === 'fixed' && !locale ? [{ rule: 'language-not-given', level: 'must' as const, field: 'locale' }] : []),
    ...(how === 'variable' && !value ? [{ rule: 'language-not-given', level: 'must' as const, field: 'value' }] : []),
    ...twice.map((key) => ({ rule: 'menu-key-twice', level: 'must' as const, field: 'options', values: { key } })),
  ]
}
