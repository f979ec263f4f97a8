import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export type TableProps = {
  /** Names the table; spoken, and the name of its scrolling region. */
  label: string
  /** `object` rows are 66 px for things with two lines, `log` rows 36 px. */
  rows?: 'object' | 'log' | undefined
  children: ReactNode
  className?: string | undefined
}

/** A real table: hairlines, no stripes, a head that stays. Too wide for the window, it scrolls inside its own frame. */
export function Table({ label, rows = 'object', children, className }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      className={clsx('rounded-panel border border-line bg-surface shadow-1 max-xl:overflow-auto xl:overflow-clip', className)}
    >
      <table
        className={clsx(
          'w-full border-separate border-spacing-0 max-sm:min-w-160',
          '[&_td]:border-line [&_td]:border-b [&_tr:last-child>td]:border-b-0',
          rows === 'object' ? '[&_td]:h-16.5' : '[&_td]:h-9',
        )}
      >
        {children}
      </table>
    </section>
  )
}

export type CellProps = ComponentProps<'td'> & {
  /** Figures stand right and tabular. */
  figure?: boolean | undefined
}

/** One cell; long text wraps. */
export function Cell({ figure = false, className, ...rest }: CellProps) {
  return <td {...rest} className={clsx('px-3.5 py-1.5 align-middle', figure && 'whitespace-nowrap text-right tabular-nums', className)} />
}

/** One row; with a RowLink inside, the whole of it can be pressed. */
export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={clsx('relative has-[[data-row-link]]:hover:[&>td]:bg-paper', className)} />
}
