'use client'

import { CircleDashed, MessageSquarePlus, Trash2, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Words } from '#flows/content'
import { speak } from '@/app/rehearsal/speak'
import { Beside } from '@/app/ui/Beside'
import { Button } from '@/app/ui/Button'
import { Chip } from '@/app/ui/Chip'
import { Select } from '@/app/ui/Select'
import { TextArea } from '@/app/ui/TextArea'
import { useDesk } from '../../desk'
import { languageName } from '../../reading/languages'
import { spokenSeconds } from '../../reading/spoken-seconds'
import { useNodeForm } from '../form-context'
import { type InputProps, textOf } from '../input-props'
import { Recording } from '../recording/Recording'

/** The words of one prompt, the source language beside another. A prompt that may be missing is added and taken away by a button. */
export function PromptField({ field, path, value, onChange }: InputProps) {
  const t = useTranslations('designer.words')
  const { node, locked } = useNodeForm()
  const key = textOf(value)
  if (key === '') {
    if (locked) return <p className="text-hint text-text-3">{t('none')}</p>
    return (
      <Button size="compact" icon={<MessageSquarePlus />} onClick={() => onChange(`${node}.${path.replaceAll('.', '_')}`)}>
        {t('add')}
      </Button>
    )
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Languages promptKey={key} path={path} />
      {field.required || locked ? null : (
        <Button size="compact" variant="quiet" className="self-start" icon={<Trash2 />} onClick={() => onChange(undefined)}>
          {t('remove')}
        </Button>
      )}
    </div>
  )
}

/** Two languages side by side: the source, and one to compare it with. */
export function Languages({ promptKey, path }: { promptKey: string; path: string }) {
  const t = useTranslations('designer.words')
  const { draft, shown } = useDesk()
  const [source = 'en-US', ...others] = draft.drawing.locales
  const [wish, setWish] = useState<string>()
  const beside = [wish, shown, others[0]].find((tag) => tag !== undefined && others.includes(tag))
  return (
    <>
      {others.length > 1 ? (
        <Beside label={t('beside')} className="flex items-center gap-2 self-end">
          {(id) => (
            <Select id={id} look="compact" value={beside} onChange={(event) => setWish(event.currentTarget.value)}>
              {others.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {languageName(tag, draft.drawing.locales)}
                </option>
              ))}
            </Select>
          )}
        </Beside>
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
        <Wording {...{ promptKey, path }} tag={source} source />
        {beside ? <Wording {...{ promptKey, path }} tag={beside} /> : null}
      </div>
    </>
  )
}

function Wording({ promptKey, path, tag, source = false }: { promptKey: string; path: string; tag: string; source?: boolean }) {
  const t = useTranslations('designer.words')
  const { draft, edit } = useDesk()
  const { node, locked, leave } = useNodeForm()
  const words = draft.content[promptKey]?.[tag]
  const text = words?.text ?? ''
  const name = languageName(tag, draft.drawing.locales)
  const read = draft.drawing.nodes[node]?.type === 'message' || !draft.drawing.channels.includes('voice')
  const missing = text.trim() === '' && !words?.audio && !words?.audioUrl
  const put = (kept: Words) => {
    const { text: next, ...beside } = kept
    edit({ kind: 'setWords', key: promptKey, locale: tag, words: next === '' && Object.keys(beside).length === 0 ? null : kept })
  }
  const change = (next: string) => put({ ...words, text: next })
  return (
    <div className="flex min-w-0 flex-col rounded-[9px] border border-edge p-2 focus-within:border-ink focus-within:ring focus-within:ring-ink">
      <div className="mb-1 flex min-h-5 flex-wrap items-center justify-between gap-1">
        <b lang={tag} className="text-hint">
          {name}
        </b>
        {missing ? (
          <Chip state="warn" icon={<CircleDashed />}>
            {t('missing')}
          </Chip>
        ) : source ? (
          <Chip>{t('source')}</Chip>
        ) : null}
      </div>
      <TextArea
        heard
        lang={tag}
        rows={4}
        aria-label={t('in', { language: name })}
        value={text}
        readOnly={locked}
        maxLength={4096}
        className="min-h-24 border-transparent! px-0.5! has-[:focus-visible]:outline-none! [&>textarea]:min-h-20"
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => leave(path)}
      />
      {read && !words?.audio && !words?.audioUrl ? null : (
        <Recording key={`${promptKey} ${tag}`} words={words} language={name} locked={locked} onChange={put} />
      )}
      <div className="mt-auto flex flex-wrap items-center justify-between gap-1 pt-1 text-[0.71875rem] text-text-2">
        <Button size="compact" icon={<Volume2 />} onClick={() => speak(text, tag)}>
          {t('listen')}
        </Button>
        {text && !read ? <span className="tabular-nums">{t('seconds', { seconds: spokenSeconds(text) })}</span> : null}
      </div>
    </div>
  )
}
