import { type Rule, stringsIn } from './facts'

const reference = /^ref:([a-z][a-z0-9_-]*):(.+)$/s

/** Names of things in another account are mapped to real ones before a release; a draft may still have them. */
export const referencesMapped: Rule = ({ nodes, release }) =>
  nodes.flatMap(({ id, settings }) =>
    stringsIn(settings).flatMap(({ text, path }) => {
      const [, kind, name] = reference.exec(text) ?? []
      if (kind === undefined || name === undefined) return []
      return [
        {
          rule: 'unmapped-reference',
          level: release ? ('must' as const) : ('should' as const),
          node: id,
          field: path,
          values: { kind, name },
        },
      ]
    }),
  )
