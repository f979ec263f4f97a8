import type { Draft } from '#flows/edits/draft'

/** An id no node has and no words are named after: `menu`, then `menu2`, `menu3`. `taken` are further ids not to use. */
export function freshId({ drawing, content }: Draft, wish: string, taken: ReadonlySet<string> = new Set()): string {
  const spoken = new Set(Object.keys(content).map((key) => key.slice(0, key.indexOf('.'))))
  const stem = wish.replace(/\d+$/, '') || 'node'
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}${count}`
    if (!Object.hasOwn(drawing.nodes, id) && !spoken.has(id) && !taken.has(id)) return id
  }
}
