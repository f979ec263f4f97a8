import type { Words } from '#flows/content'
import type { DraftDiff } from '#flows/diff'
import type { Draft } from '#flows/edits/draft'
import { reachOrder } from '@/app/designer/reading/reach-order'
import { readNode } from '@/app/designer/reading/read-node'

/** One prompt in one language, before and now; the same on both sides where nothing changed. */
export interface SpokenLine {
  key: string
  locale: string
  before: Words | null
  after: Words | null
  changed: boolean
}

/** Everything one node says. `gone`: the node or its words are in the older release only. */
export interface SpokenNode {
  id: string
  label: string
  type: string
  state: 'new' | 'changed' | 'same' | 'gone'
  /** One line per prompt and language, prompt by prompt. */
  prompts: { key: string; lines: SpokenLine[] }[]
}

/** What patients hear, node by node in the order of reading, beside what they heard before. Words that are gone stand last. */
export function wordsByNode({ drawing, content }: Pick<Draft, 'drawing' | 'content'>, { words, nodes }: DraftDiff): SpokenNode[] {
  const changes = new Map(words.map((change) => [`${change.key} ${change.locale}`, change]))
  const added = new Set(nodes.added.map(({ id }) => id))
  const spoken = reachOrder(drawing).flatMap((id): SpokenNode[] => {
    const node = drawing.nodes[id]
    const keys = [...new Set(node ? readNode(node).prompts.map(({ key }) => key) : [])]
    if (!node || keys.length === 0) return []
    const prompts = keys.map((key) => ({
      key,
      lines: drawing.locales.map((locale): SpokenLine => {
        const after = content[key]?.[locale] ?? null
        const change = changes.get(`${key} ${locale}`)
        return { key, locale, after, before: change ? change.before : after, changed: change !== undefined }
      }),
    }))
    const changed = prompts.some(({ lines }) => lines.some((line) => line.changed))
    return [{ id, label: node.label, type: node.type, state: added.has(id) ? 'new' : changed ? 'changed' : 'same', prompts }]
  })
  return [...spoken, ...goneFrom(spoken, { words, nodes })]
}

function goneFrom(spoken: readonly SpokenNode[], { words, nodes }: Pick<DraftDiff, 'words' | 'nodes'>): SpokenNode[] {
  const heard = new Set(spoken.flatMap(({ prompts }) => prompts.map(({ key }) => key)))
  const byNode = new Map<string, SpokenNode>()
  for (const { key, locale, before, nodes: at } of words) {
    if (heard.has(key) || before === null) continue
    const id = at[0] ?? key
    const known = nodes.removed.find((node) => node.id === id)
    const node = byNode.get(id) ?? { id, label: known?.label ?? id, type: known?.type ?? '', state: 'gone' as const, prompts: [] }
    const prompt = node.prompts.find((each) => each.key === key) ?? { key, lines: [] }
    prompt.lines.push({ key, locale, before, after: null, changed: true })
    if (!node.prompts.includes(prompt)) node.prompts.push(prompt)
    byNode.set(id, node)
  }
  return [...byNode.values()]
}
