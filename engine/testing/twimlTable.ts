import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'

const Attribute = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional(), enumRef: z.string().optional() })
const Element = z.object({
  attributes: z.record(z.string(), Attribute),
  children: z.array(z.string()).optional(),
  text: z.object({ optional: z.boolean() }).optional(),
})
const Table = z.object({
  enums: z.record(z.string(), z.array(z.string())),
  documents: z.record(
    z.string(),
    z.object({ root: z.string(), rootChildren: z.array(z.string()), elements: z.record(z.string(), Element) }),
  ),
})

/** What the official builder knows: elements, attributes, enums, nesting, text. */
export type TwimlTable = z.infer<typeof Table>
export const readTwimlTable = (text: string): TwimlTable => Table.parse(JSON.parse(text))

interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

/** Every way in which a document is not what the table allows, with its place; an empty list for a good one. */
export function twimlProblems(table: TwimlTable, xml: string, document: 'voice' | 'messaging'): string[] {
  const wellFormed = XMLValidator.validate(xml)
  if (wellFormed !== true) return [`not well formed: ${wellFormed.err.msg}`]
  const grammar = table.documents[document]
  const [root] = nodesOf(parser.parse(xml) as Parsed[])
  if (!grammar || root?.name !== grammar.root) return [`the root is ${root?.name ?? 'missing'}, not ${grammar?.root ?? document}`]
  const problems = root.children.flatMap((child) =>
    grammar.rootChildren.includes(child.name) ? [] : [`${child.name} may not stand in ${grammar.root}`],
  )
  return [...problems, ...root.children.flatMap((child) => problemsOf(child, child.name, { grammar, enums: table.enums }))]
}

interface Grammar {
  grammar: NonNullable<TwimlTable['documents'][string]>
  enums: TwimlTable['enums']
}

function problemsOf(node: Node, path: string, { grammar, enums }: Grammar): string[] {
  const element = grammar.elements[node.name]
  if (!element) return [`${path} is not an element of TwiML`]
  const attributes = Object.entries(node.attributes).flatMap(([name, value]) => {
    const attribute = element.attributes[name]
    return attribute ? valueProblems(`${path}@${name}`, value, { attribute, enums }) : [`${path} has no attribute ${name}`]
  })
  const text = !element.text && node.text.trim() !== '' ? [`${path} takes no text`] : []
  const missing =
    element.text && !element.text.optional && node.text.trim() === '' && node.children.length === 0 ? [`${path} needs text`] : []
  const children = node.children.flatMap((child) => [
    ...(element.children?.includes(child.name) ? [] : [`${child.name} may not stand in ${path}`]),
    ...problemsOf(child, `${path}/${child.name}`, { grammar, enums }),
  ])
  return [...attributes, ...text, ...missing, ...children]
}

function valueProblems(
  place: string,
  value: string,
  { attribute, enums }: { attribute: z.infer<typeof Attribute>; enums: TwimlTable['enums'] },
): string[] {
  const { type = 'string', enumRef } = attribute
  const allowed = enumRef ? enums[enumRef] : attribute.enum
  // A list in the builder's types is written with blanks between its members.
  const values = type.endsWith('[]') ? value.split(' ') : [value]
  if (type === 'number') return /^\d+$/.test(value) ? [] : [`${place} is not a number: ${value}`]
  if (type === 'boolean') return value === 'true' || value === 'false' ? [] : [`${place} is not true or false: ${value}`]
  return allowed ? values.filter((each) => !allowed.includes(each)).map((each) => `${place} may not be ${each}`) : []
}

type Parsed = Record<string, unknown> & { ':@'?: Record<string, string> }
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
})

function nodesOf(parsed: readonly Parsed[]): Node[] {
  return parsed.flatMap((entry) => {
    const name = Object.keys(entry).find((key) => key !== ':@')
    if (!name || name === '#text') return []
    // preserveOrder gives every element as { name: children, ':@': attributes }.
    const inside = entry[name] as Parsed[]
    const text = inside.flatMap((child) => (typeof child['#text'] === 'string' ? [child['#text']] : [])).join('')
    return [{ name, attributes: entry[':@'] ?? {}, children: nodesOf(inside), text }]
  })
}
