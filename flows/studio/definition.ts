import { z } from 'zod'
import { Json } from '../json'

const Text = z.string()
/** Hand-written files give numbers and booleans where Studio writes text. */
const TextLike = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)])

/**
 * The two readings of one shape: `strict` is what the Studio editor writes and only serves to list what differs;
 * `lenient` reads whatever can be read.
 */
function shapes(lenient: boolean) {
  const or = <Shape extends z.ZodType, Default>(shape: Shape, fallback: Default) => (lenient ? shape.catch(fallback as never) : shape)
  const text = or(lenient ? TextLike : Text, '')
  const Condition = z.object({ friendly_name: text, arguments: or(z.array(text), []), type: text, value: text })
  const Transition = z.object({
    event: text,
    next: or(z.string().nullish(), undefined),
    conditions: or(z.array(Condition).optional(), undefined),
  })
  const State = z.object({
    name: text,
    type: text,
    sid: or(z.string().optional(), undefined),
    properties: or(z.record(z.string(), Json), {}),
    transitions: or(z.array(Transition), []),
  })
  return z.object({
    description: or(z.string().optional(), undefined),
    states: z.array(State),
    initial_state: or(z.string().optional(), undefined),
    flags: or(z.object({ allow_concurrent_calls: z.boolean().optional() }).optional(), undefined),
  })
}

const Lenient = shapes(true)
const Strict = shapes(false)

/** A Studio flow definition; every property a widget came with is kept. Twilio, Studio REST API v2, flow definition. */
export type StudioFlow = z.infer<typeof Lenient>
export type StudioState = StudioFlow['states'][number]
export type StudioTransition = StudioState['transitions'][number]

/** Reads a definition however it was written; `undefined` when it has no list of states. */
export function readDefinition(value: Json): StudioFlow | undefined {
  const read = Lenient.safeParse(withoutNonObjects(value))
  return read.success ? read.data : undefined
}

/** Pointers of everything that is not as the Studio editor writes it, with the reason. */
export function deviations(value: Json): { pointer: string; quoted: string }[] {
  const { error } = Strict.safeParse(value)
  return (error?.issues ?? []).map(({ path, message }) => ({ pointer: pointerTo(path.map(String)), quoted: message }))
}

/** A JSON pointer (RFC 6901) to a path. */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Entries of `states` and `transitions` that are no objects cannot be read as anything; an empty one keeps their place. */
function withoutNonObjects(value: Json): Json {
  if (!isObject(value) || !Array.isArray(value.states)) return value
  const states = value.states.map((state) => {
    if (!isObject(state)) return {}
    return {
      ...state,
      transitions: Array.isArray(state.transitions) ? state.transitions.map((transition) => (isObject(transition) ? transition : {})) : [],
    }
  })
  return { ...value, states }
}

/** True for a JSON object, false for arrays and null. */
export const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
