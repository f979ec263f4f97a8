import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element of a TwiML document. */
export interface TwimlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: readonly TwimlElement[]
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
})

/** Reads a document as Twilio would. @throws NotTwiml when it is no well-formed `<Response>`. */
export function readTwiml(xml: string): TwimlElement {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new NotTwiml(`not well-formed XML: ${valid.err.msg}`)
  const parsed: unknown = parser.parse(xml)
  const [root, ...others] = elementsOf(parsed)
  if (root?.name !== 'Response' || others.length > 0) throw new NotTwiml('its root is not one <Response>')
  return root
}

/** Every element of a document, the root first. */
export const elementsIn = (element: TwimlElement): TwimlElement[] => [element, ...element.children.flatMap(elementsIn)]

function elementsOf(nodes: unknown): TwimlElement[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
    if (name === undefined) return []
    const inside = node[name]
    return [{ name, attributes: textsOf(node[':@']), text: textIn(inside), children: elementsOf(inside) }]
  })
}

const textsOf = (attributes: unknown): Record<string, string> =>
  typeof attributes === 'object' && attributes !== null
    ? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]))
    : {}

const textIn = (inside: unknown): string =>
  Array.isArray(inside)
    ? inside.flatMap((node: Record<string, unknown>) => (typeof node['#text'] === 'string' ? [node['#text']] : [])).join('')
    : ''

/** An answer Twilio could not execute: the caller would hear an error, or nothing. */
export class NotTwiml extends Error {
  constructor(why: string) {
    super(`The answer is no TwiML: ${why}.`)
    this.name = 'NotTwiml'
  }
}
