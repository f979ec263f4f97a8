'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Primitive } from 'radix-ui'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { KeyCap } from './KeyCap'
import { ToastContext, type ToastWords } from './toast-context'

const seconds = 6

/** The place of toasts: at the foot, above the work. Each lasts 6 s and waits under the pointer or the focus. */
export function Toaster({ children }: { children: ReactNode }) {
  const t = useTranslations('ui')
  const next = useRef(0)
  const [toasts, setToasts] = useState<(ToastWords & { id: number })[]>([])
  const show = useCallback((words: ToastWords) => setToasts((now) => [...now.slice(-2), { ...words, id: next.current++ }]), [])
  const drop = (id: number) => setToasts((now) => now.filter((toast) => toast.id !== id))
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={seconds * 1000} label={t('toasts')} swipeDirection="down">
        {children}
        {toasts.map(({ id, ...words }) => (
          <ToastCard key={id} {...words} onGone={() => drop(id)} />
        ))}
        {/* F8 is "next problem" in the designer, so toasts are reached by Alt T. */}
        <Primitive.Viewport
          hotkey={['altKey', 'KeyT']}
          label={t('toasts')}
          className="fixed bottom-20 left-1/2 z-50 flex w-max max-w-[calc(100vw-16px)] -translate-x-1/2 flex-col items-center gap-2 outline-none sm:bottom-4"
        />
      </Primitive.Provider>
    </ToastContext>
  )
}

function ToastCard({ text, undo, keys, onGone }: ToastWords & { onGone: () => void }) {
  const t = useTranslations('ui')
  return (
    <Primitive.Root
      onOpenChange={(open) => (open ? undefined : onGone())}
      className="flex min-h-10 max-w-full animate-slide items-center gap-2.25 rounded-card border border-edge bg-raised px-3 py-1.5 text-text shadow-2"
    >
      <CircleCheck className="size-4 text-ok" aria-hidden="true" />
      <Primitive.Description className="min-w-0 flex-1">{text}</Primitive.Description>
      {undo ? (
        <Primitive.Action altText={t('undo')} onClick={undo} className="link min-h-6">
          {t('undo')}
        </Primitive.Action>
      ) : null}
      {undo && keys ? <KeyCap>{keys}</KeyCap> : null}
    </Primitive.Root>
  )
}
