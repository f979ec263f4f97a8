import { release as releaseOf } from '#drizzle/queries/releases'
import type { Row } from '#drizzle/rows'
import type { Tx } from '#drizzle/store'
import { hashOf } from '#flows/canonical'
import { Chart } from '#flows/chart'
import { Content } from '#flows/content'
import { decompile } from '#flows/decompile'
import { type DraftDiff, diffDrafts } from '#flows/diff'
import { Layout } from '#flows/drawing'
import type { Draft } from '#flows/edits/draft'
import type { Json } from '#flows/json'
import { Refusal } from '../../refusal'
import type { Standing } from './standing'

/** A release read back as what was drawn. @throws Refusal `release_damaged` when its texts no longer read. */
export function drawnIn({ chartText, contentText, layoutText }: Pick<Row<'releases'>, 'chartText' | 'contentText' | 'layoutText'>): Draft {
  try {
    return {
      drawing: decompile(Chart.parse(JSON.parse(chartText))),
      content: Content.parse(JSON.parse(contentText)),
      layout: Layout.parse(JSON.parse(layoutText)),
    }
  } catch {
    throw new Refusal('CONFLICT', 'release_damaged')
  }
}

/** What a reviewer is shown and a signature names: the release beside the one that was live when it was submitted. */
export interface Comparison {
  base: { hash: string; version: number } | null
  diff: DraftDiff
  /** Hash of the comparison itself. */
  hash: string
}

export async function compared(tx: Tx, { row, manifest }: Pick<Standing, 'row' | 'manifest'>): Promise<Comparison> {
  const parent = manifest.parent_release_hash
  const before = parent === null ? undefined : await releaseOf(tx, { organisation: row.organisation, hash: parent })
  const diff = diffDrafts(before ? drawnIn(before) : null, drawnIn(row))
  const hash = hashOf('policy', { base: parent, diff: JSON.parse(JSON.stringify(diff)) as Json })
  return { base: before ? { hash: before.hash, version: before.version } : null, diff, hash }
}
