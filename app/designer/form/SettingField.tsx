'use client'

import { OctagonX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import type { JsonObject } from '#flows/json'
import { Field } from '@/app/ui/Field'
import { Switch } from '@/app/ui/Switch'
import { useDesk } from '../desk'
import { useNodeForm } from './form-context'
import type { SettingFieldProps } from './input-props'
import { inputKinds } from './inputs'
import { useIssueWords } from './issue-words'

/** One setting with its label, hint and what is wrong with it, in the words of its node type. */
export function SettingField({ siblings, ...props }: SettingFieldProps) {
  const { field, path, value, onChange } = props
  const { type, locked, issues, left, leave } = useNodeForm()
  const { locale } = useDesk()
  const wordsOf = useIssueWords()
  if (field.input === 'hidden' || !counts(field.when, siblings)) return null
  const { label = field.name, hint, unit } = type.words[locale].fields[field.words] ?? {}
  const issue = left.has(path) ? issues.find((each) => each.field === path) : undefined
  const kind = inputKinds[field.input]
  const Control = kind?.control
  const body =
    field.input === 'switch' ? (
      <Switch
        hint={hint}
        checked={value === undefined ? field.standard === true : value === true}
        disabled={locked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      >
        {label}
      </Switch>
    ) : kind?.group && Control ? (
      <Group {...{ label, hint }} error={issue && wordsOf(issue, field)}>
        <Control {...props} />
      </Group>
    ) : Control ? (
      <Field {...{ label, hint, unit }} error={issue && wordsOf(issue, field)} locked={locked ? <Locked /> : undefined}>
        <Control {...props} />
      </Field>
    ) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving a field is heard here for all its controls
    <div data-field={path} onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : leave(path))}>
      {body}
    </div>
  )
}

function counts(when: { field: string; is: readonly string[] } | undefined, siblings: JsonObject): boolean {
  const other = when && siblings[when.field]
  return !when || (typeof other === 'string' && when.is.includes(other))
}

function Locked() {
  const t = useTranslations('designer.form')
  return t('locked')
}

interface GroupProps {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}

/** A label over several controls, as a group. */
function Group({ label, hint, error, children }: GroupProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that cannot be laid out
    <div role="group" aria-labelledby={id}>
      <div id={id} className="mb-1.25 font-semibold text-hint">
        {label}
      </div>
      {children}
      {error ? (
        <p className="mt-1 flex gap-1.25 text-bad text-hint">
          <OctagonX className="mt-px size-3.5" aria-hidden="true" />
          {error}
        </p>
      ) : hint ? (
        <p className="mt-1 text-hint text-text-3">{hint}</p>
      ) : null}
    </div>
  )
}
