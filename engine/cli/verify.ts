import { hashOfText } from '#flows/canonical'
import { type House, type HouseAddress, inHouse, type OpenHouse, type Verdict } from './house'
import { Complaint, type Exit, exit, type Terminal } from './terminal'

interface Where {
  address: HouseAddress
  organisation: string | undefined
  now: Date
}

/** `callwright verify audit`: walks the audit chain of every organisation, or of one. Wrong when an entry is not the one that was written. */
export async function verifyAuditCommand(terminal: Terminal, open: OpenHouse, where: Where): Promise<Exit> {
  return inHouse(open, where.address, async (house) => {
    let worst: Exit = exit.ok
    for (const { id, name } of await chosen(house, where.organisation)) {
      const verdict = await house.audit(id)
      terminal.say(`${name}: ${said(verdict)}`)
      if (!verdict.ok) worst = exit.wrong
    }
    return worst
  })
}

export const said = (verdict: Verdict): string =>
  verdict.ok
    ? `the chain of ${verdict.entries} entries is whole.`
    : `the chain is broken at entry ${verdict.at} (${verdict.because}); ${verdict.entries} before it are whole.`

/** `callwright verify release <hash>`: hashes the stored release again and asks the engine's own gate. A beginning of the hash will do. */
export async function verifyReleaseCommand(terminal: Terminal, open: OpenHouse, hash: string, where: Where): Promise<Exit> {
  if (!/^[0-9a-f]{6,64}$/.test(hash))
    throw new Complaint([`"${hash}" is no release: give at least the first 6 of its 64 hexadecimal digits.`])
  return inHouse(open, where.address, async (house) => {
    const found = []
    for (const { id, name } of await chosen(house, where.organisation)) {
      for (const each of await house.releasesLike(id, hash)) found.push({ organisation: id, name, hash: each })
    }
    const [only, ...others] = found
    if (!only) throw new Complaint([`There is no release ${hash} here.`])
    if (others.length > 0)
      throw new Complaint([`Several releases begin with ${hash}:`, ...found.map((each) => `  ${each.hash} (${each.name})`)])
    return verified(terminal, house, { ...only, now: where.now })
  })
}

async function verified(
  terminal: Terminal,
  house: House,
  { organisation, hash, name, now }: { organisation: string; hash: string; name: string; now: Date },
): Promise<Exit> {
  const release = await house.release(organisation, hash)
  if (!release) throw new Complaint([`The release ${hash} cannot be read.`])
  const rehashed = hashOfText('release', release.manifestText)
  terminal.say(`${name}, flow ${release.flow}, version ${release.version}`)
  terminal.say(`  named      ${hash}`)
  terminal.say(`  hashed     ${rehashed}`)
  for (const line of release.signatures.map(signatureLine)) terminal.say(`  signature  ${line}`)
  if (release.withdrawn) terminal.say(`  withdrawn  ${release.withdrawn.at.toISOString()}`)
  const admitted = await house.admit(organisation, hash, now)
  const whole = admitted.open && rehashed === hash
  terminal.say(
    whole
      ? `The engine ${admitted.withdrawn ? 'finds it whole; it was withdrawn and takes no new calls' : 'runs it'}.`
      : `The engine does not run it: ${admitted.open ? 'manifest-changed' : admitted.reasons.join(', ')}.`,
  )
  return whole ? exit.ok : exit.wrong
}

function signatureLine({ recordText, keyId, revoked }: { recordText: string; keyId: string; revoked: boolean }): string {
  const record: unknown = JSON.parse(recordText)
  const { meaning, signed_at: at } =
    typeof record === 'object' && record !== null ? (record as { meaning?: unknown; signed_at?: unknown }) : {}
  return [String(meaning), ...(typeof at === 'string' ? [at] : []), `key ${keyId}`, ...(revoked ? ['revoked'] : [])].join(', ')
}

/** The organisations to look at. @throws Complaint when the one named does not exist. */
export async function chosen(house: House, named: string | undefined): Promise<readonly { id: string; name: string }[]> {
  const all = await house.organisations()
  const found = named === undefined ? all : all.filter(({ id, name }) => id === named || name === named)
  if (found.length > 0) return found
  const known = all.map(({ name }) => `"${name}"`).join(', ')
  throw new Complaint([
    named === undefined
      ? 'There is no organisation in this database yet.'
      : `There is no organisation "${named}". There are: ${known || 'none'}.`,
  ])
}
