import type { StateJson } from '../chart'
import type { Rule } from './facts'

/** Delays are literal milliseconds: bare XState fires a named delay at once. */
export const delaysInDigits: Rule = ({ nodes }) =>
  nodes.flatMap(({ id, state }) =>
    delaysOf(state).flatMap((delay) =>
      /^[1-9]\d{0,9}$/.test(delay) ? [] : [{ rule: 'named-delay', level: 'must' as const, node: id, values: { delay } }],
    ),
  )

const delaysOf = (state: StateJson): string[] => [...Object.keys(state.after ?? {}), ...Object.values(state.states ?? {}).flatMap(delaysOf)]
