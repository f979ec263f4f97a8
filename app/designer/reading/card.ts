import type { Draft } from '#flows/edits/draft'
import type { Family } from '#flows/node'
import type { Locale } from '@/app/i18n/locales'
import { detailOf } from './detail'
import { portWords, typeTitle } from './port-words'
import { readNode } from './read-node'

/** A way out as the card shows it. */
export interface CardPort {
  id: string
  label: string
  key: string | undefined
  /** At the foot: what simply follows. Otherwise a row of its own. */
  foot: boolean
  /** `ends`: leads to a node that ends the contact; `open`: leads nowhere yet. */
  leads: 'on' | 'ends' | 'open'
  target: { id: string; label: string } | undefined
}

/** A node as a card says it: everything in words, nothing to work out. */
export interface Card {
  id: string
  type: string
  family: Family
  icon: string
  title: string
  kind: string
  /** The first words heard, in the language shown or in the one callers hear instead. */
  words: { text: string; locale: string; fallback: boolean } | undefined
  /** What the node does where it does not speak. */
  detail: string | undefined
  ports: CardPort[]
  ends: boolean
  /** Settings do not fit yet: the rows are the wires it has. */
  unfinished: boolean
}

/** The card of a node: `shown` is the language of the words, `locale` that of the interface. */
export function cardOf(draft: Draft, id: string, { shown, locale }: { shown: string; locale: Locale }): Card | undefined {
  const node = draft.drawing.nodes[id]
  if (!node) return undefined
  const read = readNode(node)
  const words = firstWords(draft, read.prompts[0]?.key, shown)
  const ports = read.ports.map((port): CardPort => {
    const target = node.wires[port.id]
    const to = target === undefined ? undefined : draft.drawing.nodes[target]
    return {
      id: port.id,
      label: portWords(node, port, locale),
      key: port.key,
      foot: port.kind === 'then' && (read.ports.length === 1 || port.id === 'next'),
      leads: !to ? 'open' : to.type === 'end' ? 'ends' : 'on',
      target: to && target !== undefined ? { id: target, label: to.label } : undefined,
    }
  })
  return {
    id,
    type: node.type,
    family: read.type?.family ?? 'structure',
    icon: read.type?.icon ?? '',
    title: node.label,
    kind: typeTitle(node, locale),
    words,
    detail: words ? undefined : detailOf(read, locale),
    ports,
    ends: node.type === 'end',
    unfinished: read.settings === undefined,
  }
}

function firstWords({ content, drawing }: Draft, key: string | undefined, shown: string): Card['words'] {
  const byLocale = key === undefined ? undefined : content[key]
  const found = [shown, ...drawing.locales].find((tag) => byLocale?.[tag]?.text.trim())
  return found === undefined ? undefined : { text: byLocale?.[found]?.text ?? '', locale: found, fallback: found !== shown }
}
