'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonLook } from './button-look'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** The consequence, in figures. */
  lead?: ReactNode
  /** A seal before the title, one icon. */
  icon?: ReactNode
  children?: ReactNode
  /** Who acts, then the buttons; the primary one last. */
  footer?: ReactNode
  width?: 'narrow' | 'normal' | 'wide' | undefined
}

const widths = { narrow: 'max-w-110', normal: 'max-w-160', wide: 'max-w-225' }

/** Only for what cannot be undone: sign, withdraw, go live, unmask. Focus stays inside, Esc leaves, and nothing outside is lost. */
export function Dialog({ open, onClose, title, lead, icon, children, footer, width = 'normal' }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-open bg-scrim data-[state=closed]:animate-leave" />
        <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center p-2 sm:p-6">
          <Primitive.Content
            {...(lead ? {} : { 'aria-describedby': undefined })}
            className={clsx(
              'pointer-events-auto flex max-h-full w-full animate-open flex-col overflow-hidden rounded-dialog border border-edge bg-surface text-text shadow-3',
              'data-[state=closed]:animate-leave',
              widths[width],
            )}
          >
            <Head title={title} lead={lead} icon={icon} />
            {children ? <div className="min-h-0 flex-1 overflow-auto border-line border-t px-6 py-4">{children}</div> : null}
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2.5 border-line border-t bg-paper px-6 py-3.5">
                {footer}
              </footer>
            ) : null}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Head({ title, lead, icon }: Pick<DialogProps, 'title' | 'lead' | 'icon'>) {
  const t = useTranslations('ui')
  return (
    <header className="flex items-center gap-3.5 py-3.5 ps-6 pe-4">
      {icon ? (
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-ink-soft text-ink-text inset-ring-[1.5px] inset-ring-ink-line [&_svg]:size-5.5">
          {icon}
        </span>
      ) : null}
      <div className="min-w-0 flex-1">
        <Primitive.Title className="text-section">{title}</Primitive.Title>
        {lead ? <Primitive.Description className="text-text-2">{lead}</Primitive.Description> : null}
      </div>
      <Primitive.Close
        aria-label={t('close')}
        title={t('close')}
        className={clsx(buttonLook({ variant: 'quiet', square: true }), 'self-start')}
      >
        <X />
      </Primitive.Close>
    </header>
  )
}
