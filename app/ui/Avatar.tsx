import { clsx } from 'clsx'

export type AvatarProps = {
  initials: string
  /** The person's name, spoken and on hover; leave it out where the name stands beside. */
  name?: string | undefined
  size?: 'small' | 'normal' | undefined
  /** Tells several people at work apart; the initials still say who. */
  hue?: 'none' | 'people' | 'ask' | 'decide' | undefined
}

const hues = {
  none: 'bg-sunken text-text-2 inset-ring inset-ring-edge',
  people: 'bg-fam-people-soft text-fam-people inset-ring-[1.5px] inset-ring-fam-people',
  ask: 'bg-fam-ask-soft text-fam-ask inset-ring-[1.5px] inset-ring-fam-ask',
  decide: 'bg-fam-decide-soft text-fam-decide inset-ring-[1.5px] inset-ring-fam-decide',
}

/** A person, always a full circle. */
export function Avatar({ initials, name, size = 'normal', hue = 'none' }: AvatarProps) {
  return (
    <span
      data-plate=""
      title={name}
      className={clsx(
        'inline-grid shrink-0 place-items-center rounded-full font-semibold tracking-[.01em]',
        size === 'small' ? 'size-5 text-[0.5625rem]' : 'size-6.5 text-[0.65625rem]',
        hues[hue],
      )}
    >
      <span aria-hidden="true">{initials}</span>
      {name ? <span className="sr-only">{name}</span> : null}
    </span>
  )
}
