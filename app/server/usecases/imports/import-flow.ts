import { addImport, mappings } from '#drizzle/queries/imports'
import { importStudio, type StudioImport } from '#flows/studio/import'
import { mapReferences, referenceValue } from '#flows/studio/references'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { createFlowIn, flowIdFor } from '../create-flow'
import { noted } from '../noted'

/** Where references are mapped while an installation has one environment. */
export const environment = 'default'

/** What an import would give, without keeping anything. */
export const previewImport = (text: string): StudioImport => importStudio(text, { id: 'preview' })

/**
 * Makes a flow of a Studio file and keeps the file with its report. References that this installation knows already get their values.
 * @throws Refusal `import_failed` when the text is no flow; nothing is kept then.
 */
export async function importFlow(desk: Desk, { text, name }: { text: string; name: string }): Promise<{ flow: string; import: string }> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  const read = importStudio(text, { id: flowIdFor(name, wire.ids.next()), name })
  if (!read.ok) throw new Refusal('UNPROCESSABLE_CONTENT', 'import_failed', { count: read.problems.length })
  const id = wire.ids.next()
  return wire.store.write(async (tx) => {
    const known = await mappings(tx, { organisation, environment })
    const values = Object.fromEntries(known.map((row) => [`ref:${row.kind}:${row.name}`, row.value]))
    const named = Object.fromEntries(
      read.references.map((reference) => [referenceValue(reference), values[referenceValue(reference)] ?? '']),
    )
    const { id: flow } = await createFlowIn(tx, desk, mapReferences(read.draft, named))
    await addImport(tx, {
      ...{ organisation, id, flow, at: wire.clock.now(), person: person.id, sourceText: text },
      reportText: JSON.stringify(read.report),
      referencesText: JSON.stringify(read.references),
    })
    const details = { flow, source_sha256: read.report.source.sha256, source: 'twilio-studio' }
    await noted(tx, desk, { action: 'draft.imported', details, object: { type: 'flow', id: flow } })
    return { flow, import: id }
  })
}
