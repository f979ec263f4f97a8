import { importOf, mapReference } from '#drizzle/queries/imports'
import type { Draft } from '#flows/edits/draft'
import { Edit } from '#flows/edits/edit'
import { settingsChange } from '#flows/edits/set-settings'
import { mapReferences as mapped, type ReferenceKind, referenceValue, unmapped } from '#flows/studio/references'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { appendIn } from '../append-edits'
import { readDraft } from '../draft'
import { noted } from '../noted'

export interface MappedValue {
  kind: ReferenceKind
  name: string
  value: string
}

/** Remembers what references stand for in an environment and puts the values into the draft, as edits. Gives how many are still open. */
export async function mapReferences(
  desk: Desk,
  { flow, environment, values }: { flow: string; environment: string; values: readonly MappedValue[] },
): Promise<{ unmapped: number }> {
  const { wire, person } = desk
  const organisation = person.organisation.id
  const request = wire.ids.next()
  return wire.store.write(async (tx) => {
    if (!(await importOf(tx, { organisation, flow }))) throw new Refusal('NOT_FOUND', 'import_missing')
    const at = wire.clock.now()
    for (const { kind, name, value } of values) {
      await mapReference(tx, { organisation, environment, kind, name, value, at, person: person.id })
      await noted(tx, desk, {
        action: 'reference.mapped',
        details: { flow, reference: `${kind}:${name}`, environment },
        object: { type: 'flow', id: flow },
      })
    }
    const { draft, revision } = await readDraft(tx, { organisation, flow })
    const after = mapped(draft, Object.fromEntries(values.map((value) => [referenceValue(value), value.value])))
    const edits = editsBetween(draft, after)
    if (edits.length > 0) await appendIn(tx, desk, { flow, base: revision, edits, id: request })
    return { unmapped: new Set(unmapped(after).map(({ reference }) => reference)).size }
  })
}

function editsBetween(before: Draft, after: Draft): Edit[] {
  return Object.entries(after.drawing.nodes).flatMap(([id, { settings }]) => {
    const change = settingsChange(before.drawing.nodes[id]?.settings ?? {}, settings)
    return change ? [Edit.parse({ kind: 'setSettings', id, ...change })] : []
  })
}
