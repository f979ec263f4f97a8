import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { type Place, seal, unseal } from './envelope'

/** All that is done with the installation key. Holds no data keys; see `DataKeys`. */
export interface Vault {
  /** Names the installation key without telling it. */
  keyId: string
  /** Seals what belongs to the house and not to a patient: auth tokens, connector secrets, private keys, data keys. */
  seal(text: string, place: Place): string
  unseal(envelope: string, place: Place): string
  /** Keyed hash of an address: the same address of the same organisation gives the same 64 hex digits, here only. */
  blind(organisation: string, address: string): string
  /** A key derived for another purpose, such as the MAC of action URLs. 32 bytes. */
  derive(purpose: string): Buffer
  freshKey(): Buffer
}

/** @param key the installation key, 32 bytes. */
export function createVault(key: Buffer): Vault {
  if (key.length !== 32)
    throw new Error(
      `The installation key must be 32 bytes, base64 in CALLWRIGHT_KEY; this one has ${key.length}. Make one with: openssl rand -base64 32`,
    )
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `callwright.${purpose}/1`, 32))
  const sealing = derive('seal')
  const blinding = derive('blind')
  const keyId = createHash('sha256').update(derive('name')).digest('hex').slice(0, 16)
  const owner = `installation:${keyId}`
  return {
    keyId,
    seal: (text, place) => seal(text, { key: sealing, owner, place }),
    unseal: (envelope, place) => unseal(envelope, { key: sealing, place }),
    blind: (organisation, address) =>
      createHmac('sha256', blinding)
        .update(JSON.stringify([organisation, normal(address)]))
        .digest('hex'),
    derive,
    freshKey: () => randomBytes(32),
  }
}

/** Twilio gives one address in one spelling; only blanks and case of SIP names and e-mail-like addresses may differ. */
const normal = (address: string): string => address.trim().toLowerCase()
