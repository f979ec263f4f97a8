/** The place after `current` among `count` places, or before it; from nowhere (-1) to the first, or the last. */
export function nextPlace(count: number, current: number, backward: boolean): number {
  if (count === 0) return -1
  if (current < 0) return backward ? count - 1 : 0
  return (current + (backward ? count - 1 : 1)) % count
}

/**
 * Moves the focus to the next region of the page that can be seen: nav, top, sub bar, content, dock, inspector.
 * A region is whatever carries `data-region`; the focus goes to what carries `data-region-start` inside it, else to the region itself.
 */
export function focusNextRegion(backward: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility())
  const current = regions.findLastIndex((region) => region.contains(document.activeElement))
  const region = regions[nextPlace(regions.length, current, backward)]
  const start = region?.dataset.region === 'nav' ? '[aria-current="page"]' : '[data-region-start]'
  const inside = region?.querySelector<HTMLElement>(start)
  if (inside?.checkVisibility()) inside.focus()
  else region?.focus()
}
