import { z } from 'zod'
import { type Desk, StudioRefusal } from './studio'

/** The four people a flow needs on its way to a number. */
export interface Desks {
  operator: Desk
  compliance: Desk
  releases: Desk
  admin: Desk
}

export interface Released {
  flow: string
  hash: string
  /** Where an inbound call or text begins it. */
  channels: ('voice' | 'sms')[]
  /** Why its author could not sign it, and why nobody could make it live before the second signature. */
  refused: { approval: string; pointing: string }
}

const Channels = z.array(z.enum(['voice', 'sms']))
const Start = z.object({ settings: z.object({ by: z.array(z.string()) }) })
const Loaded = z.object({
  revision: z.number(),
  draft: z.object({ drawing: z.object({ channels: Channels, start: z.string(), nodes: z.record(z.string(), z.unknown()) }) }),
})

/** The channels on which somebody can begin it: a flow may also begin by request only. */
function begunBy({ channels, start, nodes }: z.infer<typeof Loaded>['draft']['drawing']): Released['channels'] {
  const by = Start.safeParse(nodes[start]).data?.settings.by ?? []
  return channels.filter((channel) => by.includes(channel === 'voice' ? 'call' : 'message'))
}

const References = z.object({ references: z.array(z.object({ kind: z.string(), name: z.string(), was: z.string() })) })
const Findings = z.array(z.object({ rule: z.string(), level: z.string(), node: z.string().optional() }))
const Readable = z.object({ approvalStatements: z.object({ en: z.string() }) })
const anything = z.unknown()

/** Imports a Studio file and maps what it refers to. @throws with what keeps it from release. */
export async function importFlow(
  { operator }: Desks,
  { text, name, valueFor }: { text: string; name: string; valueFor: (reference: { kind: string; name: string }) => string },
): Promise<string> {
  const { flow } = await operator.mutate('imports.create', { text, name }, z.object({ flow: z.string() }))
  const { references } = await operator.query('imports.get', { flow }, References)
  if (references.length > 0) {
    const values = references.map(({ kind, name: of }) => ({ kind, name: of, value: valueFor({ kind, name: of }) }))
    const { unmapped } = await operator.mutate('imports.map', { flow, environment: 'default', values }, z.object({ unmapped: z.number() }))
    if (unmapped > 0) throw new Error(`${name}: ${unmapped} references are still unmapped.`)
  }
  const blocking = (await operator.query('drafts.check', { flow }, Findings)).filter(({ level }) => level === 'must')
  if (blocking.length > 0)
    throw new Error(`${name} cannot be released: ${blocking.map(({ rule, node }) => `${rule} at ${node ?? 'the flow'}`).join(', ')}`)
  return flow
}

/** Submits, signs by a second person and makes a release live. */
export async function releaseFlow(
  { operator, compliance, releases }: Desks,
  { flow, password }: { flow: string; password: string },
): Promise<Released> {
  const { revision, draft } = await operator.query('drafts.load', { flow }, Loaded)
  const { hash } = await operator.mutate(
    'releases.submit',
    { flow, revision, summary: 'Imported for the proof', reason: 'Proof', password },
    z.object({ hash: z.string() }),
  )
  const { approvalStatements } = await compliance.query('releases.get', { hash }, Readable)
  const approval = {
    hash,
    password,
    meaning: 'Approved-for-patient-use',
    statement: approvalStatements.en,
    comment: '',
    view: { locale: 'en-US', opened: ['spoken'] },
  }
  const pointing = { flow, alias: 'live', hash, password, reason: 'Proof' }
  const refused = {
    approval: await refusalOf(operator.mutate('releases.approve', approval, anything)),
    pointing: await refusalOf(releases.mutate('releases.point', pointing, anything)),
  }
  await compliance.mutate('releases.approve', approval, anything)
  await releases.mutate('releases.point', pointing, anything)
  return { flow, hash, channels: begunBy(draft.drawing), refused }
}

/** The key of the "no" that was said; empty when it was done after all. */
async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return ''
  } catch (fault) {
    if (fault instanceof StudioRefusal) return fault.key
    throw fault
  }
}

const People = z.array(z.object({ id: z.string(), email: z.string() }))

/** Lets the author hold every role, so that nothing but having written a flow keeps them from signing it. */
export async function giveAuthorEveryRole({ admin }: Desks, email: string): Promise<void> {
  const author = (await admin.query('people.list', null, People)).find((each) => each.email === email)
  if (!author) throw new Error(`There is nobody with the address ${email}.`)
  await admin.mutate('people.setRoles', { id: author.id, roles: ['operator', 'compliance', 'release_manager'] }, anything)
}

/** Lets a number ring a flow on each of its channels. */
export async function bindNumber(
  { releases }: Desks,
  { number, account, released }: { number: string; account: string; released: Released },
): Promise<void> {
  for (const channel of released.channels) {
    await releases.mutate(
      'numbers.add',
      { number, channel, flow: released.flow, alias: 'live', account, humanNumber: '+12025550123', emergencyNumber: '911' },
      anything,
    )
  }
}

const Calls = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      status: z.string(),
      outcome: z.string().nullable(),
      safe: z.boolean(),
      startedAt: z.string(),
    }),
  ),
})
export type CallLine = z.infer<typeof Calls>['items'][number]

/** The sessions of a flow, the latest first. */
export const callsOf = async ({ operator }: Desks, flow: string): Promise<CallLine[]> =>
  (await operator.query('calls.list', { flow }, Calls)).items
