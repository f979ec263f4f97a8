import { z } from 'zod'
import { importOf, mappings } from '#drizzle/queries/imports'
import type { Tx } from '#drizzle/store'
import { Reference, ReferenceKind, referenceValue, unmapped } from '#flows/studio/references'
import { StudioReport } from '#flows/studio/report'
import type { Problem } from '#flows/studio/source'
import { wordsOf } from '#flows/studio/words'
import { allowed, router } from '../trpc'
import { readDraft } from '../usecases/draft'
import { environment, importFlow, previewImport } from '../usecases/imports/import-flow'
import { mapReferences } from '../usecases/imports/map-references'
import { FlowId, Name } from './inputs'

const Source = z.string().min(1).max(4_000_000)
const Value = z.object({ kind: ReferenceKind, name: z.string().min(1).max(80), value: z.string().trim().min(1).max(2_000) })

export const imports = router({
  preview: allowed('flow.import')
    .input(z.object({ text: Source }))
    .mutation(({ ctx, input }) => {
      const read = previewImport(input.text)
      if (read.ok) return { ok: true as const, report: withoutText(read.report), references: read.references }
      return { ok: false as const, problems: read.problems.map((problem) => problemShown(problem, ctx.locale)) }
    }),

  create: allowed('flow.import')
    .input(z.object({ text: Source, name: Name }))
    .mutation(({ ctx, input }) => importFlow(ctx.desk, input)),

  get: allowed('flow.read')
    .input(z.object({ flow: FlowId }))
    .query(({ ctx: { wire, person }, input: { flow } }) =>
      wire.store.read((tx) => importShown(tx, { organisation: person.organisation.id, flow })),
    ),

  map: allowed('flow.import')
    .input(z.object({ flow: FlowId, environment: z.literal(environment), values: z.array(Value).min(1).max(500) }))
    .mutation(({ ctx, input }) => mapReferences(ctx.desk, input)),
})

/** What became of the file a flow was made from, and what its references stand for by now. */
async function importShown(tx: Tx, { organisation, flow }: { organisation: string; flow: string }) {
  const row = await importOf(tx, { organisation, flow })
  if (!row) return null
  const report = StudioReport.parse(JSON.parse(row.reportText))
  const known = new Map((await mappings(tx, { organisation, environment })).map(({ kind, name, value }) => [`ref:${kind}:${name}`, value]))
  const { draft } = await readDraft(tx, { organisation, flow })
  const open = new Map<string, string[]>()
  for (const { reference, node } of unmapped(draft)) open.set(reference, [...(open.get(reference) ?? []), node])
  const references = z.array(Reference).parse(JSON.parse(row.referencesText))
  return {
    report: withoutText(report),
    source: { name: report.source.friendlyName ?? draft.drawing.name, hash: report.source.sha256, at: row.at.toISOString() },
    references: references.map((reference) => {
      const key = referenceValue(reference)
      const nodes = open.get(key) ?? []
      return {
        kind: reference.kind,
        name: reference.name,
        was: reference.was,
        uses: reference.places,
        value: known.get(key) ?? null,
        open: nodes.length > 0,
        nodes,
      }
    }),
  }
}

/** A problem in the reader's language, with its place. */
function problemShown(problem: Problem, locale: string) {
  const { why, fix } = wordsOf(problem, locale === 'zh-CN' ? 'zh-CN' : 'en')
  return { code: problem.code, message: why, fix, quoted: problem.quoted, ...problem.place }
}

/** The file itself is kept, not sent to every screen. */
function withoutText({ source: { text: _text, ...source }, ...report }: StudioReport) {
  return { ...report, source }
}
