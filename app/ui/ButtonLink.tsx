import { clsx } from 'clsx'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'

export type ButtonLinkProps = ComponentProps<typeof Link> & Omit<ButtonLook, 'square' | 'on'> & { icon?: ReactNode }

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={clsx(buttonLook({ variant, size }), className)}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}
