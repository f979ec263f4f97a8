'use client'

import { CircleStop, Keyboard, MessageSquare, Phone, PhoneOff, RotateCcw, Volume2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import type { Draft } from '#flows/edits/draft'
import type { Channel } from '#flows/ids'
import { languageName } from '@/app/designer/reading/languages'
import { Beside } from '@/app/ui/Beside'
import { Button } from '@/app/ui/Button'
import { Select } from '@/app/ui/Select'
import { TextInput } from '@/app/ui/TextInput'
import { Controls } from './Controls'
import { clockOf } from './clock'
import { Keypad } from './Keypad'
import { hangUp, press, say, sendText, staySilent } from './rehearsal'
import type { Rehearsal } from './rehearsal-state'
import { Transcript } from './Transcript'
import type { Rehearsing } from './useRehearsal'

/** Calls or texts the draft in the browser: keypad and text box, what is heard, and what happens outside, chosen by hand. */
export function RehearsalPanel({ draft, rehearsing, onNode }: { draft: Draft; rehearsing: Rehearsing; onNode: (node: string) => void }) {
  const { rehearsal } = rehearsing
  const entry = useEntry(rehearsing)
  useRehearsalKeys(rehearsal, entry.key)
  return (
    <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Setup draft={draft} rehearsing={rehearsing} />
        {rehearsal ? <Transcript rehearsal={rehearsal} onNode={onNode} /> : <Before {...rehearsing} />}
        {rehearsal ? <Foot rehearsing={rehearsing} rehearsal={rehearsal} typed={entry.typed} /> : null}
      </div>
      {rehearsal ? <Controls rehearsal={rehearsal} go={rehearsing.go} /> : null}
      {rehearsal?.channel === 'voice' ? <Phonepad rehearsing={rehearsing} rehearsal={rehearsal} entry={entry} /> : null}
    </div>
  )
}

function Before({ trouble }: Rehearsing) {
  const t = useTranslations('designer.rehearsal')
  return (
    <div className="grid flex-1 place-items-center p-4 text-center">
      <p className="max-w-100 text-text-2">{trouble ? <span className="text-bad">{t(`trouble.${trouble}`)}</span> : t('before')}</p>
    </div>
  )
}

/** Who rings, when, in which language. */
function Setup({ draft, rehearsing }: { draft: Draft; rehearsing: Rehearsing }) {
  const t = useTranslations('designer.rehearsal')
  const ui = useLocale()
  const { channels, locales } = draft.drawing
  const { rehearsal, start, aloud, setAloud, outdated } = rehearsing
  const [channel, setChannel] = useState<Channel>(channels[0] ?? 'voice')
  const [locale, setLocale] = useState(locales[0] ?? 'en-US')
  const [when, setWhen] = useState('')
  const [body, setBody] = useState('')
  const begin = (event?: FormEvent) => {
    event?.preventDefault()
    const at = when === '' ? Date.now() : new Date(when).getTime()
    void start({
      channel: channels.includes(channel) ? channel : (channels[0] ?? 'voice'),
      at,
      locale,
      ...(channel === 'sms' && { body: body || t('firstText') }),
    })
  }
  return (
    <form onSubmit={begin} className="flex flex-none flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
      <Button type="submit" size="compact" icon={rehearsal ? <RotateCcw /> : channel === 'sms' ? <MessageSquare /> : <Phone />}>
        {rehearsal ? t('again') : channel === 'sms' ? t('text') : t('call')}
      </Button>
      {channels.length > 1 ? (
        <Select
          look="compact"
          aria-label={t('channel')}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value === 'sms' ? 'sms' : 'voice')}
        >
          {channels.map((each) => (
            <option key={each} value={each}>
              {t(`by.${each}`)}
            </option>
          ))}
        </Select>
      ) : null}
      {channel === 'sms' ? (
        <TextInput
          compact
          aria-label={t('firstTextLabel')}
          placeholder={t('firstText')}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
      ) : null}
      <Select look="compact" aria-label={t('language')} value={locale} onChange={(event) => setLocale(event.currentTarget.value)}>
        {locales.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName(tag, locales)}
          </option>
        ))}
      </Select>
      <Beside label={t('when')}>
        {(id) => (
          <TextInput
            id={id}
            compact
            type="datetime-local"
            lang={ui}
            value={when}
            onChange={(event) => setWhen(event.currentTarget.value)}
          />
        )}
      </Beside>
      <Button size="compact" icon={<Volume2 />} on={aloud} onClick={() => setAloud(!aloud)}>
        {t('aloud')}
      </Button>
      {outdated ? <span className="text-hint text-warn">{t('outdated')}</span> : null}
    </form>
  )
}

function Foot({ rehearsing, rehearsal, typed }: { rehearsing: Rehearsing; rehearsal: Rehearsal; typed: string }) {
  const t = useTranslations('designer.rehearsal')
  const { waiting, state, now, began, channel } = rehearsal
  const listening = state === 'live' && (waiting?.verb === 'reply' || (waiting?.verb === 'gather' && waiting.listen.includes('speech')))
  const status =
    state !== 'live'
      ? t(`state.${state}`)
      : typed
        ? t('typed', { keys: typed })
        : waiting
          ? t(`waiting.${waiting.verb}`)
          : t('waiting.none')
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-line border-t px-3.5 py-1.5">
      <span className="flex items-center gap-1.75 text-hint text-text-2" aria-live="polite">
        <i className={`size-2 rounded-full ${state === 'live' ? 'bg-ok' : 'border border-control'}`} aria-hidden="true" />
        <b className="tabular-nums">{clockOf(now - began)}</b>
        {status}
      </span>
      {listening ? (
        <Speak
          label={channel === 'sms' ? t('sendLabel') : t('sayLabel')}
          verb={channel === 'sms' ? t('send') : t('say')}
          onSay={(text) => rehearsing.go((each) => (channel === 'sms' ? sendText(each, text) : say(each, text)))}
        />
      ) : null}
    </div>
  )
}

function Speak({ label, verb, onSay }: { label: string; verb: string; onSay: (text: string) => void }) {
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    onSay(text)
    setText('')
  }
  return (
    <form onSubmit={send} className="ms-auto flex min-w-40 flex-1 items-center gap-1.5 sm:max-w-90">
      <TextInput
        compact
        className="flex-1"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact">
        {verb}
      </Button>
    </form>
  )
}

interface Entry {
  typed: string
  key(key: string): void
  finish(): void
}

function Phonepad({ rehearsing, rehearsal, entry }: { rehearsing: Rehearsing; rehearsal: Rehearsal; entry: Entry }) {
  const t = useTranslations('designer.rehearsal')
  const live = rehearsal.state === 'live'
  return (
    <div className="flex flex-none flex-col gap-1.5 border-line p-2 max-sm:border-t sm:w-56 sm:border-l">
      <Keypad onKey={entry.key} />
      <div className="flex flex-wrap gap-1 [&>*]:flex-1">
        {entry.typed ? (
          <Button size="compact" icon={<Keyboard />} onClick={entry.finish}>
            {t('finish')}
          </Button>
        ) : null}
        {live && rehearsal.waiting?.verb === 'gather' && !entry.typed ? (
          <Button size="compact" icon={<CircleStop />} onClick={() => rehearsing.go(staySilent)}>
            {t('silent')}
          </Button>
        ) : null}
        {live ? (
          <Button size="compact" variant="danger" icon={<PhoneOff />} onClick={() => rehearsing.go(hangUp)}>
            {t('hangUp')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Keys are gathered as the flow asked: one, a known number of them, or up to the key that ends an entry. */
function useEntry({ rehearsal, go }: Rehearsing): Entry {
  const [typed, setTyped] = useState('')
  const waiting = rehearsal?.state === 'live' && rehearsal.waiting?.verb === 'gather' ? rehearsal.waiting : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question begins a new entry
  useEffect(() => setTyped(''), [waiting])
  const send = (keys: string) => {
    setTyped('')
    if (keys !== '') go((each) => press(each, keys))
  }
  return {
    typed,
    finish: () => send(typed),
    key(key) {
      if (!waiting?.listen.includes('keys')) return
      const ending = waiting.finishOnKey ?? '#'
      if (key === ending && waiting.digits !== 1) return send(typed)
      const next = typed + key
      if (waiting.digits !== undefined && next.length >= waiting.digits) send(next)
      else setTyped(next)
    },
  }
}

/** While the focus is in the rehearsal, the digits, * and # of the keyboard press the phone. */
function useRehearsalKeys(rehearsal: Rehearsal | undefined, onKey: (key: string) => void): void {
  useEffect(() => {
    if (rehearsal?.channel !== 'voice') return
    const type = (event: KeyboardEvent) => {
      const inside =
        event.target instanceof Element && event.target.closest('[data-rehearsal]') && !event.target.closest('input, textarea, select')
      if (!inside || event.ctrlKey || event.altKey || event.metaKey || !/^[0-9*#]$/.test(event.key)) return
      event.preventDefault()
      onKey(event.key)
    }
    window.addEventListener('keydown', type)
    return () => window.removeEventListener('keydown', type)
  }, [rehearsal, onKey])
}
