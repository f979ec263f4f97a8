import type { ReactNode } from 'react'

export const families = ['ends', 'speak', 'ask', 'decide', 'guard', 'people', 'bot', 'system', 'structure'] as const

export type Family = (typeof families)[number]

type Outline = { drawing: ReactNode; ink: string; ground: string; shift?: string }

/** One outline per family in a box of 24: circle, bubble, key, diamond, octagon, shoulders, hexagon, sheet, stack. */
export const outlines: Record<Family, Outline> = {
  ends: { ink: 'text-fam-ends', ground: 'fill-fam-ends-soft', drawing: <circle cx="12" cy="12" r="11" /> },
  speak: {
    ink: 'text-fam-speak',
    ground: 'fill-fam-speak-soft',
    shift: '-translate-y-[7%]',
    drawing: (
      <path d="M5 1.5h14A3.8 3.8 0 0 1 22.8 5.3v9.4a3.8 3.8 0 0 1-3.8 3.8H11l-5 4v-4H5a3.8 3.8 0 0 1-3.8-3.8V5.3A3.8 3.8 0 0 1 5 1.5z" />
    ),
  },
  ask: {
    ink: 'text-fam-ask',
    ground: 'fill-fam-ask-soft',
    drawing: (
      <>
        <rect x="1.5" y="1.5" width="21" height="21" rx="5" />
        <path className="edge" d="M1.5 17v.5a5 5 0 0 0 5 5h11a5 5 0 0 0 5-5V17a5 5 0 0 1-5 4h-11a5 5 0 0 1-5-4z" />
      </>
    ),
  },
  decide: {
    ink: 'text-fam-decide',
    ground: 'fill-fam-decide-soft',
    drawing: (
      <path d="M10.4 1.2a2.3 2.3 0 0 1 3.2 0l9.2 9.2a2.3 2.3 0 0 1 0 3.2l-9.2 9.2a2.3 2.3 0 0 1-3.2 0l-9.2-9.2a2.3 2.3 0 0 1 0-3.2z" />
    ),
  },
  guard: {
    ink: 'text-fam-guard',
    ground: 'fill-fam-guard-soft',
    drawing: (
      <path d="M8.2 1.4h7.6a2 2 0 0 1 1.4.6l4.8 4.8a2 2 0 0 1 .6 1.4v7.6a2 2 0 0 1-.6 1.4L17.2 22a2 2 0 0 1-1.4.6H8.2a2 2 0 0 1-1.4-.6L2 17.2a2 2 0 0 1-.6-1.4V8.2A2 2 0 0 1 2 6.8L6.8 2a2 2 0 0 1 1.4-.6z" />
    ),
  },
  people: {
    ink: 'text-fam-people',
    ground: 'fill-fam-people-soft',
    shift: 'translate-y-[3%]',
    drawing: <path d="M12 1.2A10.6 10.6 0 0 1 22.6 11.8v8a2.8 2.8 0 0 1-2.8 2.8H4.2a2.8 2.8 0 0 1-2.8-2.8v-8A10.6 10.6 0 0 1 12 1.2z" />,
  },
  bot: {
    ink: 'text-fam-bot',
    ground: 'fill-fam-bot-soft',
    drawing: (
      <path d="M10.7 1.3a2.6 2.6 0 0 1 2.6 0l7.6 4.4a2.6 2.6 0 0 1 1.3 2.2v8.2a2.6 2.6 0 0 1-1.3 2.2l-7.6 4.4a2.6 2.6 0 0 1-2.6 0l-7.6-4.4a2.6 2.6 0 0 1-1.3-2.2V7.9a2.6 2.6 0 0 1 1.3-2.2z" />
    ),
  },
  system: {
    ink: 'text-fam-system',
    ground: 'fill-fam-system-soft',
    drawing: <path d="M3.6 1.5h12.2l6.7 6.7v12.2a2.1 2.1 0 0 1-2.1 2.1H3.6a2.1 2.1 0 0 1-2.1-2.1V3.6a2.1 2.1 0 0 1 2.1-2.1z" />,
  },
  structure: {
    ink: 'text-fam-structure',
    ground: 'fill-fam-structure-soft',
    shift: '-translate-x-[9%] translate-y-[9%]',
    drawing: (
      <>
        <rect x="5.5" y="1.2" width="17.3" height="17.3" rx="3" />
        <rect x="1.2" y="5.5" width="17.3" height="17.3" rx="3" />
      </>
    ),
  },
}
