import { z } from 'zod'

/** A plain JSON value: what charts, contexts and journals are made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** Parses any JSON value; refuses `undefined`, functions, NaN and infinities. */
export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>
export const JsonObject: z.ZodType<JsonObject> = z.record(z.string(), Json)
