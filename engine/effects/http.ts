import type { HttpEffect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import { JsonObject } from '#flows/json'
import { isoNow, type Line } from '../line'
import type { OutboxRow } from '../ports'
import { Refused } from './egress'
import { SecretMissing, withSecrets } from './secrets'

/**
 * Makes the request of an HTTP node. Any status is an answer; no answer is a failure that says why, and never how. What changes
 * something carries an `Idempotency-Key`, since a process that dies may leave it to be asked twice.
 */
export async function askHttp(
  line: Line,
  effect: HttpEffect,
  { organisation, key }: Pick<OutboxRow, 'organisation' | 'key'>,
): Promise<FlowEvent> {
  try {
    const { method, url, headers, body, timeoutMs } = await withSecrets(effect, (name) => line.store.secret(organisation, name))
    const sent = { method, url, headers: method === 'GET' ? headers : { 'idempotency-key': key, ...headers }, body, timeoutMs }
    const { status, headers: answered, body: text } = await line.http.send(sent)
    const contentType = answered['content-type'] ?? ''
    const parsed = parsedOf(text)
    const result: JsonObject = { status_code: status, body: text, content_type: contentType, ...(parsed && { parsed }) }
    return { type: `effect.done.${effect.node}`, at: isoNow(line), result }
  } catch (fault) {
    return { type: `effect.failed.${effect.node}`, at: isoNow(line), reason: reasonOf(fault) }
  }
}

/** Only what we wrote ourselves is told: an error of the network may hold addresses and secrets. */
function reasonOf(fault: unknown): string {
  if (fault instanceof Refused || fault instanceof SecretMissing) return fault.message
  if (fault instanceof Error && (fault.name === 'TimeoutError' || fault.name === 'AbortError'))
    return 'The other system did not answer in time.'
  return 'The other system does not answer.'
}

function parsedOf(text: string): JsonObject | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return JsonObject.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
