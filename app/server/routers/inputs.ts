import { z } from 'zod'
import { Channel, Locale } from '#flows/ids'

/** Parts that several procedures take. */
export const FlowId = z.string().min(1).max(80)
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)
export const Password = z.string().min(1).max(1_000)
export const Reason = z.string().trim().min(1).max(2_000)
export const Name = z.string().trim().min(1).max(120)
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/)
export const Alias = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export const Channels = z.array(Channel).min(1).max(2)
export const Locales = z.array(Locale).min(1).max(20)
export { Channel }
