'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button, type ButtonProps } from '@/app/ui/Button'
import { Dialog, type DialogProps } from '@/app/ui/Dialog'
import { Refused } from './Refused'

export type FormDialogProps = Omit<DialogProps, 'footer' | 'open'> & {
  /** The verb with its object. */
  submit: ReactNode
  submitIcon?: ReactNode
  submitLook?: ButtonProps['variant']
  onSubmit: () => void
  pending: boolean
  error: unknown
  /** Who acts, at the left of the buttons. */
  signer?: ReactNode
}

/** A dialog with one form: Enter submits, what the server refuses stands above the buttons, and nothing typed is lost. Render it only while open, so that it begins empty. */
export function FormDialog({
  submit,
  submitIcon,
  submitLook = 'primary',
  onSubmit,
  pending,
  error,
  signer,
  children,
  ...dialog
}: FormDialogProps) {
  const t = useTranslations('rooms')
  const form = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!pending) onSubmit()
  }
  const footer = (
    <>
      {signer ? <div className="min-w-0 flex-1 basis-55">{signer}</div> : null}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={dialog.onClose} keys="Esc">
          {t('cancel')}
        </Button>
        <Button type="submit" form={form} variant={submitLook} icon={submitIcon} pending={pending}>
          {submit}
        </Button>
      </div>
    </>
  )
  return (
    <Dialog {...dialog} open footer={footer}>
      <Fields id={form} onSubmit={send}>
        {children}
        <Refused error={error} />
      </Fields>
    </Dialog>
  )
}

function Fields({ id, onSubmit, children }: { id: string; onSubmit: (event: FormEvent) => void; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  // Before the dialog looks for a place for the focus itself, which would be the button that closes it.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:not([hidden], [readonly]), select, textarea')?.focus(), [])
  return (
    <form ref={form} id={id} onSubmit={onSubmit} className="flex flex-col gap-4">
      {children}
    </form>
  )
}
