import { clsx } from 'clsx'
import Link from 'next/link'
import type { ComponentProps } from 'react'

/** The name of a row: the one thing in it that takes focus, while the whole row takes the pointer. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      data-row-link=""
      className={clsx('font-semibold text-text no-underline after:absolute after:inset-0 after:content-[""] hover:underline', className)}
    />
  )
}
