import type { Rule } from './facts'

/** What each node type checks about its own nodes. */
export const typeRules: Rule = ({ nodes }) =>
  nodes.flatMap(({ id, known }) => (known?.type.check?.(known.settings) ?? []).map((finding) => ({ ...finding, node: id })))
