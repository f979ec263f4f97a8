'use client'

import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { KeyCap } from './KeyCap'

const item =
  'flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-chip px-2.5 py-1 text-left text-work text-text no-underline outline-none ' +
  'data-[highlighted]:bg-ink-soft data-[highlighted]:text-ink-text data-[highlighted]:inset-ring data-[highlighted]:inset-ring-ink [&>svg]:size-4 [&>svg]:text-text-2'

export type MenuProps = {
  /** One button; it gets the menu's roles. */
  trigger: ReactNode
  children: ReactNode
  side?: 'bottom' | 'right' | 'top' | undefined
  align?: 'start' | 'end' | undefined
}

/** Actions on one thing, opened from its button. Arrows move, letters find, Esc leaves. */
export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-50 max-w-[calc(100vw-16px)] animate-open overflow-auto rounded-card border border-edge bg-raised p-1 text-text shadow-2 data-[state=closed]:animate-leave"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export type MenuItemProps = {
  children: ReactNode
  icon?: ReactNode
  keys?: string | undefined
  /** What callers notice and cannot be undone. */
  danger?: boolean | undefined
  onSelect: () => void
}

/** A verb with an object. */
export function MenuItem({ children, icon, keys, danger = false, onSelect }: MenuItemProps) {
  return (
    <Primitive.Item onSelect={onSelect} className={clsx(item, danger && 'text-bad! [&>svg]:text-bad!')}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <KeyCap>{keys}</KeyCap> : null}
    </Primitive.Item>
  )
}

/** An entry that leads to another page. */
export function MenuLink({
  href,
  icon,
  current = false,
  children,
}: {
  href: string
  icon?: ReactNode
  current?: boolean
  children: ReactNode
}) {
  return (
    <Primitive.Item asChild>
      <Link href={href} aria-current={current ? 'page' : undefined} className={clsx(item, current && 'font-semibold text-ink-text')}>
        {icon}
        <span className="min-w-0 flex-1">{children}</span>
      </Link>
    </Primitive.Item>
  )
}

export type MenuChoiceProps = {
  label: ReactNode
  value: string
  options: readonly { value: string; label: ReactNode; lang?: string | undefined }[]
  onChange: (value: string) => void
}

/** One of several; the menu stays open, so the effect can be seen. */
export function MenuChoice({ label, value, options, onChange }: MenuChoiceProps) {
  return (
    <Primitive.Group>
      <MenuTitle>{label}</MenuTitle>
      <Primitive.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Primitive.RadioItem
            key={option.value}
            value={option.value}
            onSelect={(event) => event.preventDefault()}
            className={clsx(item, 'ps-8')}
          >
            <Primitive.ItemIndicator asChild>
              <Check className="-ms-6.5" aria-hidden="true" />
            </Primitive.ItemIndicator>
            <span lang={option.lang}>{option.label}</span>
          </Primitive.RadioItem>
        ))}
      </Primitive.RadioGroup>
    </Primitive.Group>
  )
}

/** Words over a group of entries. */
export function MenuTitle({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2.5 pt-2 pb-0.5 font-medium text-hint text-text-3">{children}</Primitive.Label>
}

export function MenuLine() {
  return <Primitive.Separator className="my-1 h-px bg-line" />
}
