'use client'

import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { bareControl, controlLook } from './control-look'
import { useFieldLinks } from './field-context'

export type TextAreaProps = ComponentProps<'textarea'> & {
  /** The words are heard or read by a patient: serif, in the language given by `lang`. */
  heard?: boolean | undefined
}

/** Several lines; it grows with its words, so that nobody edits through a slot. */
export function TextArea({ heard = false, className, rows = 3, ...rest }: TextAreaProps) {
  const { attributes } = useFieldLinks()
  return (
    <div className={clsx(controlLook, 'items-start px-2.25 py-1.5 text-work', className)}>
      <textarea
        {...attributes}
        rows={rows}
        style={{ '--rows': rows }}
        {...rest}
        className={clsx(
          bareControl,
          'field-sizing-content min-h-[calc(var(--rows)*1lh)] resize-y',
          heard && 'font-heard text-[0.875rem] leading-5',
        )}
      />
    </div>
  )
}
