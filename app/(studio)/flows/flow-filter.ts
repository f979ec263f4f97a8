import type { FlowLine } from '@/app/rooms/outputs'

/** The tabs of the list, each a part of all flows. */
export const shelves = ['all', 'live', 'review', 'drafts', 'archive'] as const
export type Shelf = (typeof shelves)[number]

const stands: Record<Shelf, (flow: FlowLine) => boolean> = {
  all: ({ archived }) => !archived,
  live: ({ archived, live }) => !archived && live !== null,
  review: ({ archived, review }) => !archived && review !== null,
  drafts: ({ archived, draft }) => !archived && draft !== null,
  archive: ({ archived }) => archived,
}

export const shelfOf = (show: string | undefined): Shelf => shelves.find((shelf) => shelf === show) ?? 'all'

export const onShelf = (flows: readonly FlowLine[], shelf: Shelf): FlowLine[] => flows.filter(stands[shelf])

/** Flows whose name, language or number holds every word that was typed, on the channel that was chosen. */
export function found(flows: readonly FlowLine[], { words, channel }: { words: string; channel: string }): FlowLine[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return flows.filter((flow) => {
    if (channel !== 'any' && !flow.channels.some((each) => each === channel)) return false
    const text = [flow.name, ...flow.locales, ...flow.numbers.map(({ number }) => number)].join(' ').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word) || digits(text).includes(digits(word) || word))
  })
}

const digits = (text: string): string => text.replace(/\D/g, '')
