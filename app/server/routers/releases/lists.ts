import { aliases } from '#drizzle/queries/aliases'
import { flows } from '#drizzle/queries/flows'
import { release as releaseOf, releases } from '#drizzle/queries/releases'
import { submissions } from '#drizzle/queries/submissions'
import type { Tx } from '#drizzle/store'
import { ReleaseManifest } from '#flows/release/manifest'
import { namesOf } from '../../usecases/people/names'

/** States in which somebody is waited for. */
const waiting = ['in_review', 'changes_requested', 'approved', 'scheduled']

/** Releases that somebody must look at, newest first. */
export async function reviewQueue(tx: Tx, { organisation }: { organisation: string }) {
  const names = await namesOf(tx, organisation)
  const flowNames = new Map((await flows(tx, { organisation })).map(({ id, name }) => [id, name]))
  const pointed = await aliases(tx, { organisation })
  const all = await releases(tx, { organisation })
  const items = []
  for (const row of await submissions(tx, { organisation, states: waiting })) {
    const own = await releaseOf(tx, { organisation, hash: row.release })
    if (!own) continue
    const live = all.find(({ hash, flow }) => flow === row.flow && pointed.some((alias) => alias.flow === flow && alias.release === hash))
    items.push({
      ...{
        hash: row.release,
        flow: row.flow,
        flowName: flowNames.get(row.flow) ?? row.flow,
        version: own.version,
        state: row.state,
        summary: row.summary,
      },
      submittedAt: row.submittedAt.toISOString(),
      submittedBy: names.get(row.submittedBy) ?? '',
      risk: riskIn(own.manifestText),
      liveVersion: live?.version ?? null,
    })
  }
  return items
}

/** A manifest that no longer reads is shown as what it may at worst be. */
function riskIn(manifestText: string): ReleaseManifest['risk_class'] {
  try {
    return ReleaseManifest.shape.risk_class.parse((JSON.parse(manifestText) as { risk_class?: unknown }).risk_class)
  } catch {
    return 'high'
  }
}

/** Approved releases that may stand inside another flow. */
export async function pinnable(tx: Tx, { organisation }: { organisation: string }) {
  const flowNames = new Map((await flows(tx, { organisation })).map(({ id, name }) => [id, name]))
  const all = await releases(tx, { organisation })
  return all
    .filter(({ state }) => ['approved', 'scheduled', 'live', 'superseded'].includes(state))
    .map(({ flow, hash, version, state }) => ({ flow, flowName: flowNames.get(flow) ?? flow, hash, version, state }))
}
