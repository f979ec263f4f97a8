import { partsOf, release as releaseOf } from '#drizzle/queries/releases'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import { Chart } from '#flows/chart'
import type { Drawing } from '#flows/drawing'

/** The releases that subflow nodes of a drawing pin themselves, with the node. */
export function pinsIn({ nodes }: Drawing): { node: string; hash: string }[] {
  return Object.entries(nodes).flatMap(([node, { type, settings }]) =>
    type === 'subflow' && typeof settings.release === 'string' && settings.release !== '' ? [{ node, hash: settings.release }] : [],
  )
}

/** Every release inside a drawing: those it pins and those they pin. What does not exist is left out; the chart check says so. */
export async function releasesInside(
  tx: Tx,
  { organisation, drawing }: { organisation: string; drawing: Drawing },
): Promise<Row<'releases'>[]> {
  const found = new Map<string, Row<'releases'>>()
  const wanted = pinsIn(drawing).map(({ hash }) => hash)
  for (let hash = wanted.shift(); hash !== undefined; hash = wanted.shift()) {
    if (found.has(hash)) continue
    const row = await releaseOf(tx, { organisation, hash })
    if (!row) continue
    found.set(hash, row)
    wanted.push(...(await partsOf(tx, { organisation, hash })))
  }
  return [...found.values()]
}

/** Their charts, as the chart check wants them. */
export async function pinnedCharts(tx: Tx, key: { organisation: string; drawing: Drawing }): Promise<Record<string, { chart: Chart }>> {
  const rows = await releasesInside(tx, key)
  return Object.fromEntries(rows.map(({ hash, chartText }) => [hash, { chart: Chart.parse(JSON.parse(chartText)) }]))
}
