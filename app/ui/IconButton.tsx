'use client'

import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { Tooltip } from './Tooltip'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> &
  Omit<ButtonLook, 'square'> & {
    /** The name: spoken, and shown as a tooltip. */
    label: string
    icon: ReactNode
    keys?: string | undefined
  }

/** An icon alone: for undo, redo, close, more, zoom and transport only. Everything else stands beside its word. */
export function IconButton({ label, icon, keys, variant = 'quiet', size, on, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={on}
        className={clsx(buttonLook({ variant, size, on, square: true }), className)}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
