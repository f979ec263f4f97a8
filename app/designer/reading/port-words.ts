import type { DrawnNode } from '#flows/drawing'
import type { Port } from '#flows/node'
import type { Locale } from '@/app/i18n/locales'
import { readNode } from './read-node'

/** A way out in words: the operator's own, or the type's in the interface language. */
export function portWords(node: DrawnNode, port: Port | string, locale: Locale): string {
  const { type, ports } = readNode(node)
  const found = typeof port === 'string' ? ports.find(({ id }) => id === port) : port
  const id = typeof port === 'string' ? port : port.id
  return found?.label ?? type?.words[locale].ports[found?.name ?? id] ?? id
}

/** The type's name in the interface language; what is unknown keeps its id. */
export const typeTitle = (node: DrawnNode, locale: Locale): string => readNode(node).type?.words[locale].title ?? node.type
