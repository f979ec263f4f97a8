import { clsx } from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'compact' | 'desk'

export type ButtonLook = {
  /** One primary button per view; danger for what callers notice and cannot be undone. */
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  /** Chosen: a toggle that is on. */
  on?: boolean | undefined
  /** Only an icon, so the button is square. */
  square?: boolean | undefined
}

const sizes: Record<ButtonSize, string> = {
  compact: 'min-h-6.5 rounded-[7px] px-2.25 text-hint [&_svg]:size-3.5',
  normal: 'min-h-8 rounded-control px-3 [&_svg]:size-3.75',
  desk: 'min-h-12 rounded-card px-4 [&_svg]:size-4.5',
}

const squares: Record<ButtonSize, string> = { compact: 'w-6.5 px-0!', normal: 'w-8 px-0!', desk: 'w-12 px-0!' }

const variants: Record<ButtonVariant, string> = {
  primary: 'border-ink bg-ink font-semibold text-on-ink shadow-1 hover:border-ink-hover hover:bg-ink-hover',
  secondary: 'border-edge bg-plate text-text shadow-1 hover:bg-sunken [&>svg]:text-text-2',
  quiet: 'border-transparent text-text-2 hover:bg-sunken hover:text-text',
  danger: 'border-bad-line bg-plate text-bad shadow-1 hover:bg-bad-soft',
}

const chosen = 'border-ink-line bg-ink-soft text-ink-text shadow-1'

/** The classes of everything that looks like a button, be it a button, a link or the trigger of a menu. */
export function buttonLook({ variant = 'secondary', size = 'normal', on = false, square = false }: ButtonLook = {}): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 border py-0.5 font-medium no-underline',
    'transition-[background-color,border-color,transform] duration-(--motion-press) active:translate-y-px motion-reduce:active:translate-y-0',
    'aria-disabled:cursor-default aria-disabled:border-dashed aria-disabled:bg-sunken aria-disabled:text-text-2 aria-disabled:shadow-none',
    sizes[size],
    square && squares[size],
    on ? chosen : variants[variant],
  )
}
