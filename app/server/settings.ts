import { z } from 'zod'

const yes = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const whole = (error: string, { min, max }: { min: number; max: number }) =>
  z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error })

const Environment = z.object({
  PORT: whole('must be a port from 1 to 65535', { min: 1, max: 65_535 }).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().optional(),
  CALLWRIGHT_DATA: z.string().default('./data'),
  CALLWRIGHT_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address Twilio calls, such as https://calls.example.org' })
    .optional(),
  /** The first administrator of a new installation that has a public URL, and its organisation. */
  CALLWRIGHT_ADMIN_EMAIL: z.email().optional(),
  CALLWRIGHT_ORGANISATION: z.string().min(1).max(120).default('My organisation'),
  CALLWRIGHT_DEMO_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  CALLWRIGHT_IDLE_MINUTES: whole('must be a number of minutes from 1 to 720', { min: 1, max: 720 }).default(15),
  /** A proxy of ours stands in front: the caller's address is the last one it added to X-Forwarded-For. */
  CALLWRIGHT_TRUST_PROXY: yes,
})

/** The server's own settings. The engine reads its part of the environment by itself (engine/config). */
export interface Settings {
  port: number
  host: string
  databaseUrl: string | undefined
  folder: string
  publicUrl: string | undefined
  demoPassword: string | undefined
  adminEmail: string | undefined
  organisation: string
  /** A sign-in ends after this long without an act, and after 12 hours in any case. */
  idleMs: number
  trustProxy: boolean
}

/** Reads the environment. @throws a sentence that names every setting that is wrong and what it must be. */
export function settingsFrom(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    throw new Error(
      `The settings cannot be used: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
    )
  }
  const { data } = read
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    folder: data.CALLWRIGHT_DATA,
    publicUrl: data.CALLWRIGHT_PUBLIC_URL?.replace(/\/+$/, ''),
    demoPassword: data.CALLWRIGHT_DEMO_PASSWORD,
    adminEmail: data.CALLWRIGHT_ADMIN_EMAIL,
    organisation: data.CALLWRIGHT_ORGANISATION,
    idleMs: data.CALLWRIGHT_IDLE_MINUTES * 60_000,
    trustProxy: data.CALLWRIGHT_TRUST_PROXY,
  }
}
