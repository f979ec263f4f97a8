import { hashOfText } from '#flows/canonical'
import type { Chart, StateJson } from '#flows/chart'
import { type Gate, gate } from '#flows/release/gate'
import { isCountersigned } from './countersign'
import { type LoadedFlow, load, type Playable } from './load'
import type { LineStore, StoredRelease } from './ports'
import { type Recordings, recordingReasons } from './recordings'
import { engineVersion } from './version'

export type Admission =
  | { open: true; flow: LoadedFlow; withdrawn: { stopNow: boolean } | undefined }
  /** Why it may not run: the gate's reasons, `unknown`, or `unloadable` with what was wrong. */
  | { open: false; reasons: readonly string[] }

/** The only way from a release's hash to a flow that runs. */
export interface Releases {
  /**
   * Reads the release and everything it pins anew, and gives the machine only when the gate is open. `at` is when the session
   * began: a release that was valid then may finish what it began, so for a new session it is now.
   */
  admit(organisation: string, hash: string, at: Date): Promise<Admission>
}

interface Admitted {
  rows: readonly StoredRelease[]
  checkedAt: number
  flow: LoadedFlow
  /** Sessions that began later are checked in full: it may have run out. */
  until: number
}

interface Checking {
  most?: number
  recheckMs?: number
  now: () => Date
  /** Where recordings lie. Without it, a release that names one stays closed: its callers would meet silence. */
  audio?: Recordings
}

/**
 * Machines are kept by hash, the last used `most` of them; what is stored is compared every time and checked in full, recordings
 * with it, every `recheckMs`.
 */
export function createReleases(store: LineStore, { most = 200, recheckMs = 60_000, now, audio }: Checking): Releases {
  const admitted = new Map<string, Admitted>()
  return {
    async admit(organisation, hash, at) {
      const key = `${organisation}\n${hash}`
      const rows = await family(store, organisation, hash)
      if (!rows) {
        admitted.delete(key)
        return { open: false, reasons: ['unknown'] }
      }
      const before = admitted.get(key)
      const fresh = before && at.getTime() < before.until && now().getTime() - before.checkedAt < recheckMs && sameRows(before.rows, rows)
      const opened = fresh
        ? { open: true as const, flow: before.flow, until: before.until }
        : await opening({ store, audio, rows, organisation, at: at.toISOString() })
      admitted.delete(key)
      if (!opened.open) return opened
      admitted.set(key, { rows, checkedAt: fresh ? before.checkedAt : now().getTime(), flow: opened.flow, until: opened.until })
      for (const oldest of admitted.keys()) if (admitted.size > most) admitted.delete(oldest)
      return { open: true, flow: opened.flow, withdrawn: withdrawnOf(rows) }
    },
  }
}

/** The release first, then every release it pins, each once. Undefined when one of them does not exist. */
async function family(store: LineStore, organisation: string, hash: string): Promise<StoredRelease[] | undefined> {
  const rows = new Map<string, StoredRelease>()
  const wanted = [hash]
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (rows.has(next)) continue
    const row = await store.release(organisation, next)
    if (!row || rows.size > 64) return undefined
    rows.set(next, row)
    wanted.push(...pinsOf(row.chartText))
  }
  return [...rows.values()]
}

/** Hashes that subflow nodes of a chart pin. Read from the text, before anything in it is trusted. */
function pinsOf(chartText: string): string[] {
  if (!chartText.includes('"subflow"')) return []
  try {
    const { states } = JSON.parse(chartText) as Chart
    return Object.values(states.flow.states ?? {}).flatMap(pinOf)
  } catch {
    return []
  }
}

function pinOf(state: StateJson): string[] {
  const settings = state.meta?.node === 'subflow' ? state.meta.settings : undefined
  const pin = typeof settings === 'object' && settings !== null && 'release' in settings ? settings.release : undefined
  return typeof pin === 'string' && pin !== '' ? [pin] : []
}

interface Opening {
  store: LineStore
  audio: Recordings | undefined
  rows: readonly StoredRelease[]
  organisation: string
  at: string
}

async function opening({
  store,
  audio,
  rows,
  organisation,
  at,
}: Opening): Promise<{ open: true; flow: LoadedFlow; until: number } | { open: false; reasons: string[] }> {
  const keys = await store.verificationKeys(organisation)
  const gates = rows.map((row) => ({ row, gate: gateOf(row, { keys, at }) }))
  const reasons = gates.flatMap(({ gate }) => (gate.open ? [] : gate.reasons))
  if (reasons.length > 0) return { open: false, reasons: [...new Set(reasons)] }
  const contents = gates.flatMap(({ gate }) => (gate.open ? [gate.content] : []))
  const unplayable = await recordingReasons(audio, { organisation, contents })
  if (unplayable.length > 0) return { open: false, reasons: unplayable }
  const until = Math.min(...gates.map(({ gate }) => (gate.open && gate.until !== null ? Date.parse(gate.until) : Number.POSITIVE_INFINITY)))
  const parts: Record<string, Playable> = {}
  for (const { row, gate } of gates) if (gate.open) parts[row.hash] = { chart: gate.chart, content: gate.content, subflows: parts }
  const [first] = rows
  const playable = first && parts[first.hash]
  if (!playable) return { open: false, reasons: ['unknown'] }
  try {
    return { open: true, flow: load(playable), until }
  } catch (fault) {
    return { open: false, reasons: [`unloadable: ${fault instanceof Error ? fault.message : String(fault)}`] }
  }
}

/** Withdrawal is looked at apart, since a live call may finish; everything else closes the gate. */
function gateOf(row: StoredRelease, { keys, at }: { keys: ReadonlyMap<string, string>; at: string }): Gate {
  const { hash: releaseHash, manifestText, chartText, contentText } = row
  const signatures = row.signatures
    .filter(({ recordText }) => !saysWithdrawn(recordText))
    .map(({ recordText, countersignature, keyId, revoked }) => ({
      record: recordOf(recordText),
      hash: hashOfText('signature', recordText),
      verified: !revoked && isCountersigned(recordText, { countersignature, publicPem: keys.get(keyId) }),
    }))
  return gate({ releaseHash, manifestText, chartText, contentText, signatures, withdrawn: false, now: at, engineVersion })
}

function withdrawnOf(rows: readonly StoredRelease[]): { stopNow: boolean } | undefined {
  const withdrawn = rows.filter(
    (row) => row.withdrawn || row.signatures.some(({ recordText, revoked }) => !revoked && saysWithdrawn(recordText)),
  )
  return withdrawn.length > 0 ? { stopNow: withdrawn.some((row) => row.withdrawn?.stopNow) } : undefined
}

const saysWithdrawn = (recordText: string): boolean => recordOf(recordText)?.meaning === 'Withdrawn'

function recordOf(text: string): { meaning?: unknown } | undefined {
  try {
    const record: unknown = JSON.parse(text)
    return typeof record === 'object' && record !== null ? record : undefined
  } catch {
    return undefined
  }
}

const sameRows = (before: readonly StoredRelease[], now: readonly StoredRelease[]): boolean =>
  before.length === now.length && before.every((row, index) => sameRow(row, now[index]))

function sameRow(before: StoredRelease, now: StoredRelease | undefined): boolean {
  return (
    now !== undefined &&
    before.hash === now.hash &&
    before.manifestText === now.manifestText &&
    before.chartText === now.chartText &&
    before.contentText === now.contentText &&
    JSON.stringify(before.signatures) === JSON.stringify(now.signatures)
  )
}
