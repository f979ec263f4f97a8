import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { KeyCap } from './KeyCap'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  Omit<ButtonLook, 'square'> & {
    icon?: ReactNode
    /** The key that does the same, shown as a key cap. */
    keys?: string | undefined
    /** Work is under way: a second press does nothing, and the button keeps its focus. */
    pending?: boolean | undefined
  }

/**
 * A verb with an object. It is never disabled without a sentence beside it; say why with a hint and `aria-describedby`.
 * `on` makes it a toggle and sets `aria-pressed`.
 */
export function Button({ variant, size, on, icon, keys, pending, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={clsx(buttonLook({ variant, size, on }), className)}
      aria-pressed={on}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      <span>{children}</span>
      {keys ? <KeyCap>{keys}</KeyCap> : null}
    </button>
  )
}
