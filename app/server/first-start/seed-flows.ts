import { randomBytes } from 'node:crypto'
import type { Role } from '#flows/release/permissions'
import { samples } from '#flows/samples/index'
import type { Desk } from '../trpc'
import { createFlowIn } from '../usecases/create-flow'
import { addNumber } from '../usecases/numbers/put-number'
import { saveAccount } from '../usecases/numbers/save-account'
import { approvalStatements } from '../usecases/releases/approval-statements'
import { approveRelease } from '../usecases/releases/approve'
import { pointAlias } from '../usecases/releases/point'
import { standing } from '../usecases/releases/standing'
import { submitRelease } from '../usecases/releases/submit'
import { demoHumanNumber, demoNumbers } from './demo-line'

/** A person of the demo, at their desk, with the password they sign with. */
export interface DemoDesk {
  desk: Desk
  password: string
}

/**
 * The samples on their numbers, made as people make them: the operator draws and submits, compliance signs, the release manager lets
 * a number ring. Only the drawing itself comes ready-made.
 */
export async function seedFlows(deskOf: (role: Role) => DemoDesk, { say }: { say(line: string): void }): Promise<void> {
  const account = await demoAccount(deskOf('admin').desk)
  for (const { number, channel, sample } of demoNumbers) {
    const draft = samples[sample]
    const flow = draft.drawing.id
    say(`Signing and releasing the sample ${draft.drawing.name} …`)
    const operator = deskOf('operator')
    await operator.desk.wire.store.write((tx) => createFlowIn(tx, operator.desk, draft))
    const words = { summary: 'First version of the sample', reason: 'A new installation' }
    const { hash } = await submitRelease(operator.desk, { flow, revision: 1, ...words, password: operator.password })
    const compliance = deskOf('compliance')
    const view = { locale: 'en', opened: [] }
    await approveRelease(compliance.desk, {
      hash,
      password: compliance.password,
      statement: await approvalOf(compliance.desk, hash),
      comment: 'Sample of a new installation',
      view,
    })
    const releaser = deskOf('release_manager')
    await addNumber(releaser.desk, {
      account,
      number,
      channel,
      flow,
      alias: 'live',
      humanNumber: demoHumanNumber,
      emergencyNumber: '911',
      keywordReplies: 'carrier',
    })
    await pointAlias(releaser.desk, { flow, alias: 'live', hash, password: releaser.password, reason: words.reason })
  }
}

/** The sentence the sign dialog shows in English. */
async function approvalOf({ wire, person: { organisation } }: Desk, hash: string): Promise<string> {
  return wire.store.read(async (tx) => (await approvalStatements(tx, await standing(tx, { organisation: organisation.id, hash }))).en)
}

/** An account that does not exist at Twilio: webhooks signed with its token are taken, calls out of it are refused there. */
async function demoAccount(desk: Desk): Promise<string> {
  const { id } = await saveAccount(desk, {
    sid: `AC${randomBytes(16).toString('hex')}`,
    name: 'Demo',
    authTokens: [randomBytes(16).toString('hex')],
  })
  return id
}
