import { clsx } from 'clsx'

const stars: Record<string, string> = { '*': '✱' }

export type PhoneKeyProps = {
  /** 0 to 9, `*` or `#`. */
  digit: string
  size?: 'small' | 'normal' | undefined
  /** Pressed, walked or chosen. */
  ink?: boolean | undefined
}

/** A key of the phone: round, everywhere. Keys of the keyboard are square, see KeyCap. */
export function PhoneKey({ digit, size = 'normal', ink = false }: PhoneKeyProps) {
  return (
    <span
      className={clsx(
        'inline-grid shrink-0 place-items-center rounded-full font-sans font-semibold tabular-nums leading-none',
        size === 'small' ? 'size-4 border-[1.1px] text-[0.625rem]' : 'size-5 border-[1.25px] text-[0.6875rem]',
        ink ? 'border-ink bg-ink text-on-ink' : 'border-control bg-surface text-text',
      )}
    >
      {stars[digit] ?? digit}
    </span>
  )
}
