import { z } from 'zod'

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
const dialled = z.string().regex(/^\+?[0-9]{2,15}$/, 'must be a number to dial, such as 911 or +12025550199')

/** Where carriers reach us. Signatures are checked against it, and action URLs begin with it; never the request's Host. */
export const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'must be the address Twilio calls, such as https://calls.example.org' })
  .refine((url) => !/[?#]/.test(url), 'must not have a query or a fragment')
  .transform((url) => url.replace(/\/+$/, ''))

const Environment = z.object({
  CALLWRIGHT_PUBLIC_URL: PublicUrl.optional(),
  /** `host:port` pairs, comma separated, that HTTP nodes may reach although they are not public https addresses. */
  CALLWRIGHT_EGRESS_ALLOW: list,
  CALLWRIGHT_TWILIO_API: z.url().default('https://api.twilio.com'),
  /** How long a caller waits in silence for an effect before the holding words. */
  CALLWRIGHT_EFFECT_BUDGET_MS: z.coerce.number().int().min(50).max(10_000).default(4000),
  CALLWRIGHT_EMERGENCY_NUMBER: dialled.default('911'),
  CALLWRIGHT_HUMAN_NUMBER: dialled.optional(),
})

export interface EngineConfig {
  publicUrl: string
  /** Signs action URLs; 32 bytes derived from the installation key for `urlKeyPurpose`. */
  urlKey: Uint8Array
  effectBudgetMs: number
  egressAllow: readonly string[]
  twilioApi: string
  /** What the safe flow says when not even the number's own settings can be read. */
  emergencyNumber: string
  humanNumber: string | undefined
}

/** Reads the engine's part of the environment. @throws ConfigFault that names every setting that is wrong and what it must be. */
export function configFrom(
  env: Record<string, string | undefined>,
  { urlKey, localUrl }: { urlKey: Uint8Array; localUrl: string },
): EngineConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new ConfigFault(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`))
  const { data } = read
  return {
    publicUrl: data.CALLWRIGHT_PUBLIC_URL ?? localUrl,
    urlKey,
    effectBudgetMs: data.CALLWRIGHT_EFFECT_BUDGET_MS,
    egressAllow: data.CALLWRIGHT_EGRESS_ALLOW,
    twilioApi: data.CALLWRIGHT_TWILIO_API.replace(/\/+$/, ''),
    emergencyNumber: data.CALLWRIGHT_EMERGENCY_NUMBER,
    humanNumber: data.CALLWRIGHT_HUMAN_NUMBER,
  }
}

/** Settings that cannot be used; `problems` has one sentence for each. */
export class ConfigFault extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used: ${problems.join('; ')}.`)
    this.name = 'ConfigFault'
  }
}
