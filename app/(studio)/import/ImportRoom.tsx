'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
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
import { TextInput } from '@/app/ui/TextInput'
import { TopBar } from '@/app/ui/TopBar'
import { Problems } from './Problems'
import { Report } from './Report'

/** A Studio flow, pasted or chosen as a file: first what would become of it, then the flow. */
export function ImportRoom() {
  const t = useTranslations('import')
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const preview = useMutation(
    trpc.imports.preview.mutationOptions({
      onSuccess: (read) => {
        if (read.ok) setName((typed) => typed || (read.report.source.friendlyName ?? read.report.source.description ?? '').slice(0, 120))
      },
    }),
  )
  const create = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: async ({ flow }) => {
        router.push(`/import/${flow}`)
        await queries.invalidateQueries(trpc.flows.pathFilter())
      },
    }),
  )
  const put = (given: string) => {
    setText(given)
    preview.reset()
  }
  const read = preview.data
  const begin = () => {
    setTried(true)
    if (name.trim() !== '') create.mutate({ text, name: name.trim() })
  }
  return (
    <>
      <TopBar place={t('flows')} placeHref="/flows" title={t('title')} />
      <Main>
        <div className="flex max-w-240 flex-col gap-4">
          <Card title={t('source.title')}>
            <p className="mb-2 text-text-2">{t('source.text')}</p>
            <Field label={t('source.json')} hint={t('source.hint')}>
              <TextArea value={text} onChange={(event) => put(event.currentTarget.value)} rows={6} spellCheck={false} className="max-h-80 overflow-auto font-mono" />
            </Field>
            <div className="mt-3 flex flex-wrap gap-2.5">
              <ChooseFile onText={put} />
              <Button variant={read?.ok ? 'secondary' : 'primary'} pending={preview.isPending} onClick={() => (text.trim() === '' ? undefined : preview.mutate({ text }))}>
                {t('source.read')}
              </Button>
            </div>
            <Refused error={preview.error} className="mt-3" />
          </Card>
          {read && !read.ok ? <Problems problems={read.problems} /> : null}
          {read?.ok ? (
            <>
              <Report report={read.report} />
              <Card title={t('create.title')}>
                <p className="mb-2 text-text-2">{t('create.text')}</p>
                <Field label={t('create.name')} error={tried && name.trim() === '' ? t('create.nameMissing') : undefined} required className="max-w-100">
                  <TextInput value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} />
                </Field>
                <Refused error={create.error} className="mt-3" />
                <Button variant="primary" className="mt-3" pending={create.isPending} onClick={begin}>
                  {t('create.submit')}
                </Button>
              </Card>
            </>
          ) : null}
        </div>
      </Main>
    </>
  )
}

function ChooseFile({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations('import.source')
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    if (file) onText(await file.text())
  }
  return (
    <label className={`${buttonLook()} has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ink has-[:focus-visible]:outline-offset-2`}>
      <FileUp aria-hidden="true" />
      {t('file')}
      <input type="file" accept="application/json,.json,.txt" onChange={(event) => void choose(event)} className="sr-only" />
    </label>
  )
}
