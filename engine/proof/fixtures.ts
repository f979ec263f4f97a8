import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fixtures } from '../testing/fixtures'

const Webhooks = z.object({
  payloads: z.array(
    z.object({ id: z.string(), kind: z.string(), params: z.record(z.string(), z.unknown()), rawBody: z.string().optional() }),
  ),
})
const Vectors = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      authToken: z.string(),
      requestUrl: z.string(),
      signedUrl: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
      body: z.string().nullable(),
      signature: z.string(),
      expectValid: z.boolean(),
      plainHmacMatches: z.boolean(),
    }),
  ),
})

export interface RecordedWebhook {
  id: string
  kind: string
  fields: Record<string, string>
}

/** The public test inputs a proof needs. @throws a sentence when they are not there: a proof never passes without them. */
export function openFixtures() {
  const root = fixtures
  if (!root) throw new Error('The public test inputs are not here. Set CALLWRIGHT_FIXTURES to their folder.')
  const text = (path: string): string => readFileSync(join(root, path), 'utf8')
  const webhooks = Webhooks.parse(JSON.parse(text('twilio/webhooks.json'))).payloads.map(
    ({ id, kind, params, rawBody }): RecordedWebhook => {
      const given = rawBody ? Object.fromEntries(new URLSearchParams(rawBody)) : params
      return {
        id,
        kind,
        fields: Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
        ),
      }
    },
  )
  return {
    text,
    webhooks,
    vectors: Vectors.parse(JSON.parse(text('twilio/signature-vectors.json'))).vectors,
    recorded(id: string): Record<string, string> {
      const found = webhooks.find((each) => each.id === id)
      if (!found) throw new Error(`There is no recorded webhook "${id}".`)
      return found.fields
    },
  }
}

export type Fixtures = ReturnType<typeof openFixtures>
