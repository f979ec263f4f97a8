import { createHash, generateKeyPairSync } from 'node:crypto'
import { addSigningKey, currentSigningKey } from '../queries/signing-keys'
import type { Store } from '../store'

/** The pair that countersigns an organisation's signatures. Both halves are PEM; the private one never leaves the server. */
export interface SigningKey {
  id: string
  publicPem: string
  privatePem: string
}

const placeOf = (organisation: string, id: string) => ({ organisation, table: 'signing_keys', row: id, column: 'private_pem' })

/** The organisation's current Ed25519 key; made when there is none. Not to be called inside `write`. */
export async function signingKey(store: Store, { organisation, at }: { organisation: string; at: Date }): Promise<SigningKey> {
  const known = await store.read((tx) => currentSigningKey(tx, { organisation }))
  if (known) {
    const { id, publicPem, sealedPrivatePem } = known
    return { id, publicPem, privatePem: store.vault.unseal(sealedPrivatePem, placeOf(organisation, id)) }
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const id = createHash('sha256').update(publicPem).digest('hex').slice(0, 16)
  const sealedPrivatePem = store.vault.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), placeOf(organisation, id))
  await store.write(async (tx) => {
    // Two first signatures at once: the key that was there first signs both.
    if (!(await currentSigningKey(tx, { organisation }))) await addSigningKey(tx, { organisation, id, publicPem, sealedPrivatePem, createdAt: at })
  })
  return signingKey(store, { organisation, at })
}
