import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { call } from '#engine/testing/TestCall'
import { compile } from '../compile'
import { Content } from '../content'
import { Drawing } from '../drawing'
import { Channel } from '../ids'
import { Json, JsonObject } from '../json'
import type { RehearsalEvent } from '../node'
import { nodeFlow } from '../testing/nodeFlow'
import { nodeTypes } from './index'

const Words = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
const Happening = z.union([z.strictObject({ wait: z.number() }), z.looseObject({ type: z.string() })])
const Case = z.strictObject({
  name: z.string(),
  channel: Channel,
  settings: JsonObject.optional(),
  words: Words.optional(),
  /** Kept for the reader: every port leads to an End of its own, and `left by <port>` says which was taken. */
  wires: z.record(z.string(), z.string()).optional(),
  variables: z.record(z.string(), Json).optional(),
  locales: z.array(z.string()).optional(),
  at: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  subflows: z.record(z.string(), z.strictObject({ drawing: Drawing, content: Content })).optional(),
  events: z.array(Happening),
  expect: z.array(z.string()),
  /** Variables at the end. */
  knows: z.record(z.string(), Json).optional(),
  /** What the node's result holds at the end, at least. */
  result: JsonObject.optional(),
})

const folder = fileURLToPath(new URL('.', import.meta.url))
const cases = Object.keys(nodeTypes).flatMap((type) =>
  (existsSync(`${folder}${type}/cases`) ? readdirSync(`${folder}${type}/cases`) : [])
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ type, file })),
)

test.each(cases)('$type: $file', ({ type, file }) => {
  const {
    channel,
    events,
    subflows = {},
    at,
    from,
    to,
    ...given
  } = Case.parse(JSON.parse(readFileSync(`${folder}${type}/cases/${file}`, 'utf8')))
  const { flow, content } = nodeFlow({
    type,
    channels: [channel],
    ...(given.settings && { settings: given.settings }),
    ...(given.words && { words: given.words }),
    ...(given.locales && { locales: given.locales }),
    ...(given.variables && { variables: given.variables }),
  })
  const playable = Object.fromEntries(
    Object.entries(subflows).map(([hash, inner]) => [hash, { chart: compile(inner.drawing), content: inner.content }]),
  )
  const caller = call(flow, content, { subflows: playable, ...(at && { at }), ...(from && { from }), ...(to && { to }) })
  if (!events.some((event) => 'type' in event && event.type === 'session.started'))
    caller.begins({ channel, by: channel === 'voice' ? 'call' : 'message' })
  for (const event of events) {
    if ('wait' in event) caller.waits(Number(event.wait))
    // A case file is read by the event schema when it happens; only its missing time keeps it from being typed here.
    else caller.happens(event as unknown as RehearsalEvent)
  }
  const { done, outcome } = caller.step()
  const left = done ? [type === 'end' ? `ended: ${outcome}` : `left by ${outcome ?? 'an unwired port'}`] : []
  // The Ends behind the ports hang up a call; that is not the tested node's doing.
  const lines =
    done && type !== 'end' && channel === 'voice' && caller.transcript.at(-1) === 'hang up'
      ? caller.transcript.slice(0, -1)
      : caller.transcript
  expect([...lines, ...left]).toEqual(given.expect)
  for (const [variable, value] of Object.entries(given.knows ?? {})) caller.knows(variable, value)
  expect(caller.frame().results[type] ?? {}).toMatchObject(given.result ?? {})
})

test('every node type has at least two cases', () => {
  for (const type of Object.keys(nodeTypes)) expect([type, cases.filter((one) => one.type === type).length >= 2]).toEqual([type, true])
})
