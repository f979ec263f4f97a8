import { createHash, generateKeyPairSync } from 'node:crypto'
import { addSigningKey, currentSigningKey } from '#drizzle/queries/signing-keys'
import type { Tx } from '#drizzle/store'
import { type Actor, noted, productOf } from '../noted'

/** The key this installation countersigns with for one organisation. */
export interface SigningKey {
  id: string
  privatePem: string
}

const placeOf = (organisation: string, id: string) => ({ organisation, table: 'signing_keys', row: id, column: 'sealed_private_pem' })

/** The current key; the first signature makes it. Ed25519, the private half sealed by the installation key. */
export async function signingKey(tx: Tx, { wire, person: { organisation } }: Actor): Promise<SigningKey> {
  const row = await currentSigningKey(tx, { organisation: organisation.id })
  if (row) return { id: row.id, privatePem: tx.vault.unseal(row.sealedPrivatePem, placeOf(organisation.id, row.id)) }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const id = createHash('sha256').update(publicPem).digest('hex').slice(0, 16)
  const sealedPrivatePem = tx.vault.seal(privatePem, placeOf(organisation.id, id))
  await addSigningKey(tx, { organisation: organisation.id, id, publicPem, sealedPrivatePem, createdAt: wire.clock.now() })
  await noted(
    tx,
    { wire, person: productOf(organisation), request: null },
    { action: 'key.rotated', details: { key: id }, object: { type: 'signing_key', id } },
  )
  return { id, privatePem }
}
