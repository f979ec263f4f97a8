'use client'

import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlLook } from './control-look'
import { useFieldLinks } from './field-context'

export type SelectProps = ComponentProps<'select'> & {
  /** `inline` stands in the middle of a sentence: "Wait [5 seconds], ask again". */
  look?: 'normal' | 'compact' | 'inline' | undefined
}

const looks = {
  normal: 'min-h-8 text-work',
  compact: 'min-h-6.5 text-hint',
  inline: 'inline-flex min-h-6 align-middle font-medium text-card',
}
const insets = { normal: 'ps-2.25 pe-7 py-1', compact: 'ps-1.75 pe-6 py-0.5', inline: 'ps-1.75 pe-5.5' }

/** The browser's own list, so it works with every keyboard, screen reader and telephone. */
export function Select({ look = 'normal', className, children, ...rest }: SelectProps) {
  const { readOnly, ...attributes } = useFieldLinks().attributes
  return (
    <span className={clsx(controlLook, 'relative', looks[look], className)}>
      <select
        {...attributes}
        {...rest}
        disabled={readOnly ?? rest.disabled}
        className={clsx('w-full min-w-0 appearance-none rounded-[inherit] bg-transparent outline-none disabled:text-text-3', insets[look])}
      >
        {children}
      </select>
      {readOnly && rest.name ? <input type="hidden" name={rest.name} value={String(rest.value ?? rest.defaultValue ?? '')} /> : null}
      <ChevronDown className="pointer-events-none absolute end-1.5 size-3.5 text-text-3" aria-hidden="true" />
    </span>
  )
}
