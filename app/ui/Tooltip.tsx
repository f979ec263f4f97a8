'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { KeyCap } from './KeyCap'

/** The name of what has no room for its word. Never the only place of something a reader must know. */
export function Tooltip({ text, keys, children }: { text: string; keys?: string | undefined; children: ReactNode }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-open items-center gap-2 rounded-control border border-edge bg-raised px-2 py-1 text-hint text-text shadow-2"
        >
          {text}
          {keys ? <KeyCap>{keys}</KeyCap> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
