import { TRPCError } from '@trpc/server'
import type enErrors from '@/app/i18n/messages/en/errors.json'

/** A sentence of the catalogue `errors`. */
export type ErrorKey = keyof typeof enErrors

export type ErrorValues = Record<string, string | number>

/** A "no" that says why, in words of the catalogue `errors`. Use cases throw it; screens show `t(message, values)`. */
export class Refusal extends TRPCError {
  readonly values: ErrorValues
  constructor(code: TRPCError['code'], key: ErrorKey, values: ErrorValues = {}) {
    super({ code, message: key })
    this.name = 'Refusal'
    this.values = values
  }
}

/** What it names does not exist here; also said of what belongs to another organisation. */
export const missing = (): Refusal => new Refusal('NOT_FOUND', 'not_found')
