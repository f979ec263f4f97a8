'use client'

import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { bareControl, controlLook } from './control-look'
import { useFieldLinks } from './field-context'

export type TextInputProps = ComponentProps<'input'> & {
  /** Stands before the value: a search glass, a telephone. */
  icon?: ReactNode
  compact?: boolean | undefined
  /** Ids, addresses, fingerprints. */
  mono?: boolean | undefined
}

/** One line of text or a figure. Inside a Field it is labelled and described; alone it needs `aria-label`. */
export function TextInput({ icon, compact = false, mono = false, className, ...rest }: TextInputProps) {
  const { attributes, unit } = useFieldLinks()
  return (
    <div className={clsx(controlLook, compact ? 'min-h-6.5 px-1.75 text-hint' : 'min-h-8 px-2.25 text-work', className)}>
      {icon ? <span className="text-text-3 [&_svg]:size-3.75">{icon}</span> : null}
      <input
        {...attributes}
        {...rest}
        className={clsx(
          bareControl,
          'tabular-nums',
          mono && 'font-mono',
          unit &&
            rest.type === 'number' &&
            'field-sizing-content max-w-24 flex-none [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none',
        )}
      />
      {unit ? <span className="shrink-0 text-text-3">{unit}</span> : null}
    </div>
  )
}
