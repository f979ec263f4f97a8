import type { Content } from '../content'
import type { Drawing } from '../drawing'
import { nodeTypeOf } from '../nodes/index'

/** The words a flow can speak: every prompt its nodes name, in its declared locales. What was left over from removed nodes is not signed. */
export function contentInUse({ nodes, locales }: Drawing, content: Content): Content {
  const used: Content = {}
  for (const { type, settings } of Object.values(nodes)) {
    const known = nodeTypeOf(type)
    for (const { key } of known.prompts(known.settings.parse(settings))) {
      const byLocale = Object.entries(content[key] ?? {}).filter(([locale]) => locales.includes(locale))
      if (byLocale.length > 0) used[key] = Object.fromEntries(byLocale)
    }
  }
  return used
}
