import { accountOfPath, accounts } from '#drizzle/queries/accounts'
import { flows } from '#drizzle/queries/flows'
import { numbers } from '#drizzle/queries/numbers'
import { release as releaseOf } from '#drizzle/queries/releases'
import type { Wire } from '../../wire'

/** Every number with what it rings on each channel, and whether callers hear that or the safe flow. */
export async function numberLines({ store, releases, urls, clock }: Wire, { organisation }: { organisation: string }) {
  const { rows, names, versions } = await store.read(async (tx) => {
    const rows = await numbers(tx, { organisation })
    const names = new Map((await flows(tx, { organisation })).map(({ id, name }) => [id, name]))
    const versions = new Map<string, number>()
    for (const { release } of rows.flatMap(({ bindings }) => bindings)) {
      const row = release === null ? undefined : await releaseOf(tx, { organisation, hash: release })
      if (row) versions.set(row.hash, row.version)
    }
    return { rows, names, versions }
  })
  const lines = rows.flatMap(({ bindings, ...row }) => (bindings.length > 0 ? bindings : [undefined]).map((binding) => ({ row, binding })))
  return Promise.all(
    lines.map(async ({ row: { number, account, humanNumber, emergencyNumber, keywordReplies }, binding }) => {
      const hash = binding?.release ?? null
      const safeReason = await whySafe({ releases, clock }, { organisation, hash, bound: binding !== undefined })
      return {
        ...{ number, account, humanNumber, emergencyNumber, keywordReplies },
        channel: binding?.channel ?? null,
        flow: binding?.flow ?? null,
        flowName: binding ? (names.get(binding.flow) ?? binding.flow) : null,
        alias: binding?.alias ?? null,
        release: hash === null ? null : { hash, version: versions.get(hash) ?? 0 },
        state: safeReason === null ? ('live' as const) : ('safe' as const),
        safeReason,
        webhooks: {
          voice: urls.webhook(account, 'voice'),
          message: urls.webhook(account, 'message'),
          status: urls.webhook(account, 'call-status'),
          fallback: urls.webhook(account, 'fallback'),
        },
      }
    }),
  )
}

/** Why callers hear the safe flow: `not_bound`, `not_released`, `withdrawn`, or the gate's first reason. Null when they hear the flow. */
async function whySafe(
  { releases, clock }: Pick<Wire, 'releases' | 'clock'>,
  { organisation, hash, bound }: { organisation: string; hash: string | null; bound: boolean },
): Promise<string | null> {
  if (!bound) return 'not_bound'
  if (hash === null) return 'not_released'
  const admitted = await releases.admit(organisation, hash, clock.now())
  if (!admitted.open) return admitted.reasons[0] ?? 'unknown'
  return admitted.withdrawn ? 'withdrawn' : null
}

/** Twilio accounts without their tokens; of the first one the last four signs, to tell it from another. */
export async function accountLines({ store }: Wire, { organisation }: { organisation: string }) {
  return store.read(async (tx) => {
    const lines = []
    for (const { id, sid, name } of await accounts(tx, { organisation })) {
      const tokens = (await accountOfPath(tx, { id }))?.tokens ?? []
      lines.push({ id, sid, name, lastFour: tokens[0]?.slice(-4) ?? '', tokens: tokens.length })
    }
    return lines
  })
}
