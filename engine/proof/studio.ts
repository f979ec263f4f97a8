import { z } from 'zod'

/** One person signed in at the studio, by the same doors as the screens. */
export interface Desk {
  query<Output>(procedure: string, input: unknown, output: z.ZodType<Output>): Promise<Output>
  mutate<Output>(procedure: string, input: unknown, output: z.ZodType<Output>): Promise<Output>
}

const Answered = z.object({ result: z.object({ data: z.unknown().optional() }) })
const Refused = z.object({
  error: z.object({ message: z.string(), data: z.object({ code: z.string(), values: z.record(z.string(), z.unknown()).optional() }) }),
})

/** A page that has not answered by then never will. */
const longestMs = 30_000

/** Signs in. @throws when the studio does not let the person in. */
export async function signIn(url: string, { email, password }: { email: string; password: string }): Promise<Desk> {
  const entered = await fetch(`${url}/api/session`, {
    method: 'POST',
    signal: AbortSignal.timeout(longestMs),
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  if (entered.status !== 204 || !cookie) throw new Error(`${email} could not sign in: ${entered.status} ${await entered.text()}`)
  const headers = { cookie, 'content-type': 'application/json', origin: url }
  return {
    query: async (procedure, input, output) =>
      read(
        procedure,
        await fetch(`${url}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input ?? null))}`, {
          headers,
          signal: AbortSignal.timeout(longestMs),
        }),
        output,
      ),
    mutate: async (procedure, input, output) =>
      read(
        procedure,
        await fetch(`${url}/api/trpc/${procedure}`, {
          method: 'POST',
          headers,
          signal: AbortSignal.timeout(longestMs),
          body: JSON.stringify(input),
        }),
        output,
      ),
  }
}

async function read<Output>(procedure: string, response: Response, output: z.ZodType<Output>): Promise<Output> {
  const text = await response.text()
  const body: unknown = jsonOf(text)
  const refused = Refused.safeParse(body)
  if (refused.success) {
    const { message, data } = refused.data.error
    throw new StudioRefusal(procedure, message, data.values ?? {})
  }
  const answered = Answered.safeParse(body)
  if (!answered.success) throw new Error(`${procedure} answered ${response.status}: ${text.slice(0, 200)}`)
  return output.parse(answered.data.result.data)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A "no" of the studio, by its key in the catalogue. */
export class StudioRefusal extends Error {
  constructor(
    procedure: string,
    readonly key: string,
    values: Record<string, unknown>,
  ) {
    super(`${procedure} was refused: ${key} ${JSON.stringify(values)}`)
    this.name = 'StudioRefusal'
  }
}
