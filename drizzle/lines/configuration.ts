import type { LineStore, NumberBinding, StoredRelease, TelephonyAccount } from '#engine/ports'
import { accountOfPath } from '../queries/accounts'
import { bindingOfNumber } from '../queries/numbers'
import { partsOf, release, withdrawalsAmong } from '../queries/releases'
import { safeFlows } from '../queries/safe-flows'
import { secretValue } from '../queries/secrets'
import { signaturesOf } from '../queries/signatures'
import { publicKeys } from '../queries/signing-keys'
import type { Store, Tx } from '../store'

type Configuration = Pick<LineStore, 'account' | 'binding' | 'release' | 'verificationKeys' | 'safeRelease' | 'secret'>

/** What people set up and the engine only reads: accounts, numbers, releases, keys, secrets. */
export function configuration(store: Store): Configuration {
  return {
    account: (id) => store.read((tx) => accountOf(tx, id)),
    binding: (key) => store.read((tx) => bindingOf(tx, key)),
    release: (organisation, hash) => store.read((tx) => releaseOf(tx, { organisation, hash })),
    verificationKeys: async (organisation) =>
      new Map((await store.read((tx) => publicKeys(tx, { organisation }))).map(({ id, publicPem }) => [id, publicPem])),
    safeRelease: ({ organisation, channel, locale }) =>
      store.read(async (tx) => {
        const found = new Map((await safeFlows(tx, { organisation, channel })).map((row) => [row.locale, row.release]))
        return found.get(locale ?? '') ?? found.get('')
      }),
    secret: (organisation, name) => store.read((tx) => secretValue(tx, { organisation, name })),
  }
}

async function accountOf(tx: Tx, id: string): Promise<TelephonyAccount | undefined> {
  const found = await accountOfPath(tx, { id })
  return found && { organisation: found.organisation, id: found.id, sid: found.sid, authTokens: found.tokens }
}

async function bindingOf(tx: Tx, key: Parameters<LineStore['binding']>[0]): Promise<NumberBinding | undefined> {
  const found = await bindingOfNumber(tx, key)
  if (!found) return undefined
  const { organisation, account, number, channel, flow, alias, release: pointed, humanNumber, emergencyNumber, keywordReplies } = found
  return {
    ...{ organisation, account, number, channel, flow, alias, emergencyNumber, keywordReplies },
    release: pointed ?? undefined,
    humanNumber: humanNumber ?? undefined,
  }
}

/** Withdrawn is also what pins something withdrawn. */
async function releaseOf(tx: Tx, { organisation, hash }: { organisation: string; hash: string }): Promise<StoredRelease | undefined> {
  const found = await release(tx, { organisation, hash })
  if (!found) return undefined
  const withdrawals = await withdrawalsAmong(tx, { organisation, hashes: [hash, ...(await partsOf(tx, { organisation, hash }))] })
  const signatures = await signaturesOf(tx, { organisation, release: hash })
  const { flow, version, manifestText, chartText, contentText, layoutText } = found
  return {
    ...{ organisation, hash, flow, version, manifestText, chartText, contentText, layoutText },
    withdrawn: withdrawals[0] && { at: withdrawals[0].at, stopNow: withdrawals.some(({ stopNow }) => stopNow) },
    signatures: signatures.map(({ signature: { id, recordText, countersignature, keyId }, revocation }) => ({
      ...{ id, recordText, countersignature, keyId },
      revoked: revocation !== null,
    })),
  }
}
