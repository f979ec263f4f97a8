/** Tabs as words over a line, or as a small group of plates; the same for tabs that switch a panel and tabs that are links. */
export type TabLook = 'line' | 'plates'

export const tabListLooks: Record<TabLook, string> = {
  line: 'flex flex-wrap items-stretch gap-x-0.5',
  plates: 'inline-flex flex-wrap rounded-control bg-sunken p-0.5 inset-ring inset-ring-line',
}

const chosenLine =
  'aria-[current=page]:font-semibold aria-[current=page]:text-text aria-[current=page]:after:bg-ink ' +
  'aria-selected:font-semibold aria-selected:text-text aria-selected:after:bg-ink'

const chosenPlate =
  'aria-[current=page]:bg-plate aria-[current=page]:font-semibold aria-[current=page]:text-text aria-[current=page]:shadow-1 aria-[current=page]:ring aria-[current=page]:ring-edge ' +
  'aria-selected:bg-plate aria-selected:font-semibold aria-selected:text-text aria-selected:shadow-1 aria-selected:ring aria-selected:ring-edge'

export const tabLooks: Record<TabLook, string> = {
  line: `relative flex min-h-9 items-center gap-1.5 whitespace-nowrap px-2.5 font-medium text-text-2 no-underline hover:text-text after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-t-[2px] [&_svg]:size-3.75 ${chosenLine}`,
  plates: `flex min-h-6.5 items-center gap-1.25 whitespace-nowrap rounded-chip px-2.5 font-medium text-card text-text-2 no-underline hover:text-text [&_svg]:size-3.75 ${chosenPlate}`,
}
