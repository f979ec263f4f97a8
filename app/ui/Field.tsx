'use client'

import { clsx } from 'clsx'
import { Lock, OctagonX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { FieldContext } from './field-context'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** Stands inside the control, after the value: "minutes". */
  unit?: string | undefined
  /** What to do, not only what is wrong. Announced when it appears. */
  error?: ReactNode
  /** A one-click way out of the error. */
  fix?: ReactNode
  /** Who or what locks the field. The value stays readable and is sent with the form. */
  locked?: ReactNode
  required?: boolean | undefined
  /** The id of the control, where a summary of errors must be able to lead to it. */
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** Label above, unit inside, hint below; the error stands where the hint was. Works with TextInput, TextArea and Select. */
export function Field({ label, hint, unit, error, fix, locked, required = false, id, className, children }: FieldProps) {
  const own = useId()
  const t = useTranslations('ui')
  const control = id ?? `${own}control`
  const below = error || hint || locked ? `${own}below` : undefined
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={control} className="mb-1.25 block font-semibold text-hint text-text">
        {label}
        {required ? <span className="font-normal text-text-3"> ({t('required')})</span> : null}
      </label>
      <FieldContext value={{ id: control, describedBy: below, invalid: Boolean(error), required, unit, locked: Boolean(locked) }}>
        {children}
      </FieldContext>
      <div id={below} aria-live="polite" className="text-hint">
        <Below hint={hint} error={error} fix={fix} locked={locked} />
      </div>
    </div>
  )
}

function Below({ hint, error, fix, locked }: Pick<FieldProps, 'hint' | 'error' | 'fix' | 'locked'>) {
  if (error) {
    return (
      <p className="mt-1 flex gap-1.25 text-bad">
        <OctagonX className="mt-px size-3.5" aria-hidden="true" />
        <span>
          {error} {fix}
        </span>
      </p>
    )
  }
  if (locked) {
    return (
      <p className="mt-1 flex gap-1.25 text-text-3">
        <Lock className="mt-px size-3.5" aria-hidden="true" />
        <span>{locked}</span>
      </p>
    )
  }
  return hint ? <p className="mt-1 text-text-3">{hint}</p> : null
}
