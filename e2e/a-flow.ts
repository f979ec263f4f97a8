import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { ask } from './sign-in'

const password = process.env.CALLWRIGHT_DEMO_PASSWORD ?? 'rehearse-the-line'

/** A name that no other test has: all of them work in one house. */
export const named = (name: string): string => `${name} ${randomBytes(3).toString('hex')}`

/** A flow that greets its callers and ends, submitted for review by the operator who is signed in. */
export async function aSubmittedFlow(
  operator: BrowserContext,
  { name, words }: { name: string; words: string },
): Promise<{ flow: string; hash: string }> {
  const { id: flow } = await ask<{ id: string }>(operator, 'flows.create', { name, channels: ['voice'], locales: ['en-US'] })
  const edits = [
    { kind: 'addNode', type: 'say', id: 'hello', label: 'Welcome' },
    { kind: 'wire', from: 'start', port: 'call', to: 'hello' },
    { kind: 'wire', from: 'hello', port: 'next', to: 'end' },
    { kind: 'setWords', key: 'hello.prompt', locale: 'en-US', words: { text: words } },
  ]
  const { revision } = await ask<{ revision: number }>(operator, 'drafts.edit', { flow, base: 1, edits, id: `edits-of-${flow}` })
  const { hash } = await submit(operator, { flow, revision })
  return { flow, hash }
}

/** Other words for the same greeting, submitted as the next release. */
export async function reworded(
  operator: BrowserContext,
  { flow, base, words }: { flow: string; base: number; words: string },
): Promise<{ hash: string }> {
  const edits = [{ kind: 'setWords', key: 'hello.prompt', locale: 'en-US', words: { text: words } }]
  const { revision } = await ask<{ revision: number }>(operator, 'drafts.edit', { flow, base, edits, id: `reword-${flow}-${base}` })
  return submit(operator, { flow, revision })
}

function submit(operator: BrowserContext, { flow, revision }: { flow: string; revision: number }): Promise<{ hash: string }> {
  return ask<{ hash: string }>(operator, 'releases.submit', {
    flow,
    revision,
    summary: 'A new greeting',
    reason: 'The garage moved',
    password,
  })
}
