import type { Tx } from '../store'

/** One call of a query on a house as `fillHouse` fills it. */
export type Case = (tx: Tx, organisation: string) => Promise<unknown>

export const ours = '+12025550100'

export const blindOf = ({ vault }: Tx, organisation: string): string => vault.blind(organisation, '+12025550188')

/** One after the other: a transaction has one connection. */
export async function eachOf<Given>(given: readonly Given[], ask: (one: Given) => Promise<unknown>): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const one of given) answers.push((await ask(one)) ?? null)
  return answers
}
