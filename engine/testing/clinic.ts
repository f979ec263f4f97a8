import { generateKeyPairSync } from 'node:crypto'
import { type AudioShelf, createAudioShelf } from '#drizzle/audio'
import { createLineStore } from '#drizzle/lines'
import { putAccount } from '#drizzle/queries/accounts'
import { addAlias, pointAlias } from '#drizzle/queries/aliases'
import { addFlow } from '#drizzle/queries/flows'
import { bindNumber, putNumber } from '#drizzle/queries/numbers'
import { addOrganisation } from '#drizzle/queries/organisations'
import { addRelease } from '#drizzle/queries/releases'
import { addSignature } from '#drizzle/queries/signatures'
import { addSigningKey } from '#drizzle/queries/signing-keys'
import { type Dialect, openTestStore, type TestStore } from '#drizzle/testing/stores'
import { canonicalText } from '#flows/canonical'
import type { Content } from '#flows/content'
import { type Drawing, emptyLayout } from '#flows/drawing'
import type { JsonObject } from '#flows/json'
import { buildRelease } from '#flows/release/build'
import { type SignatureMeaning, SignatureRecord, signatureFormat } from '#flows/release/signature'
import { configFrom, type EngineConfig } from '../config'
import { countersign } from '../countersign'
import { createEngine, type Engine, type EngineParts } from '../exchange/engine'
import { createIds } from '../ids'
import type { Http, LineStore, NumberBinding } from '../ports'
import { urlKeyPurpose } from '../urls'
import { engineVersion } from '../version'
import { type Carrier, createCarrier } from './carrier'

export const publicUrl = 'https://calls.clinic.example'
export const authToken = 'a-token-of-the-clinic'
export const ours = '+12025550199'
export const theirs = '+12025550101'

/** A clinic on a real store: one account, one number, signed releases, and an engine that stands still until it is asked. */
export interface Clinic {
  opened: TestStore
  lines: LineStore
  audio: AudioShelf
  engine: Engine
  carrier: Carrier
  clock: { now(): Date; passes(seconds: number): void }
  /** Errors the engine logged. */
  complaints: string[]
  /** Another engine process on the same database. */
  another(changes?: Partial<EngineParts>): Promise<Engine>
  /** Seals, signs and points the number to a flow. Gives the release's hash. */
  rings(drawing: Drawing, words: Record<string, string>, options?: Ringing): Promise<string>
  close(): Promise<void>
}

export interface Ringing {
  /** Which signatures it gets; by default those it needs. */
  signed?: readonly { by: string; meaning: SignatureMeaning }[]
  keywordReplies?: NumberBinding['keywordReplies']
  /** Sealed and signed, but no number rings it. */
  unbound?: boolean
  /** Prompts that play a recording, by its SHA-256. */
  recordings?: Record<string, string>
  /** When it stops being valid, ISO 8601. */
  expiresAt?: string
  /** Null: the number has nobody to call. */
  humanNumber?: null
  /** Changes the stored chart after it was sealed and signed. */
  tampered?: (chartText: string) => string
}

export async function openClinic({
  dialect = 'sqlite',
  http,
  config = {},
}: {
  dialect?: Dialect
  http?: Http
  config?: Partial<EngineConfig>
} = {}): Promise<Clinic> {
  const opened = await openTestStore(dialect)
  const { store } = opened
  let instant = Date.parse('2026-03-02T15:00:00.000Z')
  const passes = (seconds: number): void => {
    instant += seconds * 1000
  }
  const clock = { now: () => new Date(instant), passes }
  const lines = createLineStore(store)
  const audio = createAudioShelf(store)
  const carrier = createCarrier()
  const complaints: string[] = []
  const settings = {
    ...configFrom({ CALLWRIGHT_PUBLIC_URL: publicUrl }, { urlKey: store.vault.derive(urlKeyPurpose), localUrl: publicUrl }),
    ...config,
  }
  const parts: EngineParts = {
    store: lines,
    clock,
    ids: createIds(clock),
    telephony: carrier.telephony,
    http: http ?? { send: () => Promise.reject(new Error('no system to ask')) },
    ...{ config: settings, audio },
    log: { error: (message, facts) => complaints.push(`${message} ${JSON.stringify(facts)}`) },
  }
  const keys = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  await store.write(async (tx) => {
    await addOrganisation(tx, { organisation: 'clinic', name: 'Clinic', zone: 'UTC', createdAt: clock.now() })
    await putAccount(tx, { organisation: 'clinic', id: 'main', sid: `AC${'0'.repeat(32)}`, name: 'Main', authTokens: [authToken] })
    await addSigningKey(tx, { organisation: 'clinic', id: 'k1', publicPem: keys.publicKey, sealedPrivatePem: '', createdAt: clock.now() })
  })
  const engines: Engine[] = []
  const another = async (changes: Partial<EngineParts> = {}): Promise<Engine> => {
    const engine = createEngine({ ...parts, store: createLineStore(await opened.again()), ...changes })
    engines.push(engine)
    return engine
  }
  const engine = createEngine(parts)
  engines.push(engine)
  const versions = new Map<string, number>()
  const hashes = new Map<string, string>()
  return {
    ...{ opened, lines, audio, engine, carrier, clock, complaints, another },
    async rings(
      drawing,
      words,
      {
        signed = signedByTwo,
        keywordReplies = 'carrier',
        unbound = false,
        tampered = (text: string) => text,
        recordings = {},
        humanNumber,
        expiresAt,
      } = {},
    ) {
      const version = (versions.get(drawing.id) ?? 0) + 1
      versions.set(drawing.id, version)
      const sealed = sealedOf(drawing, contentOf(words, recordings), { version, at: clock.now(), expiresAt })
      const { releaseHash: hash, manifestText, contentText, layoutText } = sealed
      const chartText = tampered(sealed.chartText)
      await store.write(async (tx) => {
        await addFlow(tx, {
          organisation: 'clinic',
          id: drawing.id,
          name: drawing.name,
          folder: '',
          createdAt: clock.now(),
          createdBy: 'olivia',
        })
        await addRelease(tx, {
          organisation: 'clinic',
          hash,
          flow: drawing.id,
          version,
          createdAt: clock.now(),
          createdBy: 'olivia',
          revision: 1,
          manifestText,
          chartText,
          contentText,
          layoutText,
          parts: [],
        })
        for (const { by, meaning } of signed) {
          const recordText = canonicalText(recordOf(hash, { by, meaning, at: clock.now() }) as unknown as JsonObject)
          await addSignature(tx, {
            organisation: 'clinic',
            id: `${hash}-${by}-${meaning}`,
            release: hash,
            person: by,
            meaning,
            at: clock.now(),
            recordText,
            countersignature: countersign(recordText, keys.privateKey),
            keyId: 'k1',
          })
        }
        if (unbound) return
        await addAlias(tx, { organisation: 'clinic', flow: drawing.id, name: 'live' })
        const before = version > 1 ? hashes.get(drawing.id) : undefined
        await pointAlias(tx, {
          organisation: 'clinic',
          flow: drawing.id,
          name: 'live',
          from: before ?? null,
          to: hash,
          person: 'renata',
          at: clock.now(),
        })
        await putNumber(tx, {
          organisation: 'clinic',
          number: ours,
          account: 'main',
          label: 'Main line',
          site: null,
          humanNumber: humanNumber === null ? null : '+12025550123',
          emergencyNumber: '911',
          keywordReplies,
        })
        for (const channel of drawing.channels)
          await bindNumber(tx, { organisation: 'clinic', number: ours, channel, flow: drawing.id, alias: 'live' })
      })
      if (!unbound) hashes.set(drawing.id, hash)
      return hash
    },
    async close() {
      for (const each of engines) await each.stop()
      await opened.remove()
    },
  }
}

const signedByTwo: NonNullable<Ringing['signed']> = [
  { by: 'olivia', meaning: 'Authored' },
  { by: 'marcus', meaning: 'Approved-for-patient-use' },
]

const contentOf = (words: Record<string, string>, recordings: Record<string, string>): Content =>
  Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, { 'en-US': { text, ...(recordings[key] && { audio: recordings[key] }) } }]),
  )

function sealedOf(
  drawing: Drawing,
  content: Content,
  { version, at, expiresAt }: { version: number; at: Date; expiresAt: string | undefined },
) {
  return buildRelease(
    { drawing, content, layout: emptyLayout },
    {
      tenant: 'clinic',
      version,
      createdAt: at.toISOString(),
      authors: [{ id: 'olivia', name: 'Olivia Park' }],
      parentReleaseHash: null,
      changeSummary: '',
      changeReason: '',
      engine: { semver: engineVersion },
      validity: { expires_at: expiresAt ?? null },
    },
  )
}

function recordOf(hash: string, { by, meaning, at }: { by: string; meaning: SignatureMeaning; at: Date }): SignatureRecord {
  return SignatureRecord.parse({
    format: signatureFormat,
    release_hash: hash,
    diff_base_hash: null,
    diff_sha256: null,
    locale_of_view: 'en',
    signer: { user_id: by, printed_name: by, title: '', role_used: meaning === 'Authored' ? 'operator' : 'compliance', org: 'clinic' },
    meaning,
    statement: 'I approve.',
    comment: '',
    signed_at_utc: at.toISOString(),
    signer_utc_offset: '+00:00',
    signer_iana_tz: 'UTC',
    clock_source: 'server',
    auth: { components: ['password'], credential_id: null, user_verification: false, authenticated_at: at.toISOString() },
    previous_signature_hash: null,
    nonce: '0123456789abcdef0123456789abcdef',
    expires_at: null,
  })
}
