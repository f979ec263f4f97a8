'use client'

import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useState } from 'react'
import { Refused } from '@/app/rooms/Refused'
import { useTRPC } from '@/app/trpc/client'
import { Button } from '@/app/ui/Button'
import { buttonLook } from '@/app/ui/button-look'
import { Card } from '@/app/ui/Card'
import { Field } from '@/app/ui/Field'
import { Main } from '@/app/ui/Main'
import { TextArea } from '@/app/ui/TextArea'
import { TopBar } from '@/app/ui/TopBar'
import { CreateCard } from './CreateCard'
import { Problems } from './Problems'
import { Report } from './Report'

/** A Studio flow, pasted or chosen as a file: first what would become of it, then the flow. */
export function ImportRoom() {
  const t = useTranslations('import')
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const preview = useMutation(trpc.imports.preview.mutationOptions())
  const put = (given: string) => {
    setText(given)
    setTried(false)
    preview.reset()
  }
  const look = () => {
    setTried(true)
    if (text.trim() !== '') preview.mutate({ text })
  }
  const read = preview.data
  return (
    <>
      <TopBar place={t('flows')} placeHref="/flows" title={t('title')} />
      <Main>
        <div className="flex max-w-240 flex-col gap-4">
          <Card title={t('source.title')}>
            <p className="mb-2 text-text-2">{t('source.text')}</p>
            <Source text={text} onText={put} error={tried && text.trim() === '' ? t('source.missing') : undefined} />
            <div className="mt-3 flex flex-wrap gap-2.5">
              <ChooseFile onText={put} />
              <Button variant={read?.ok ? 'secondary' : 'primary'} pending={preview.isPending} onClick={look}>
                {t('source.read')}
              </Button>
            </div>
            <Refused error={preview.error} className="mt-3" />
          </Card>
          {read && !read.ok ? <Problems problems={read.problems} /> : null}
          {read?.ok ? (
            <>
              <Report report={read.report} />
              <CreateCard text={text} suggested={read.report.source.friendlyName ?? read.report.source.description ?? ''} />
            </>
          ) : null}
        </div>
      </Main>
    </>
  )
}

function Source({ text, onText, error }: { text: string; onText: (text: string) => void; error: string | undefined }) {
  const t = useTranslations('import.source')
  return (
    <Field label={t('json')} hint={t('hint')} error={error}>
      <TextArea
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={6}
        spellCheck={false}
        className="max-h-80 overflow-auto font-mono"
      />
    </Field>
  )
}

function ChooseFile({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations('import.source')
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    if (file) onText(await file.text())
  }
  return (
    <label
      className={`${buttonLook()} has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2`}
    >
      <FileUp aria-hidden="true" />
      {t('file')}
      <input type="file" accept="application/json,.json,.txt" onChange={(event) => void choose(event)} className="sr-only" />
    </label>
  )
}
