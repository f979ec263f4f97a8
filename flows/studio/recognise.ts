import type { Json } from '../json'
import { deviations, isObject, pointerTo, readDefinition, type StudioFlow } from './definition'
import { isLegacy, modernised } from './legacy'
import type { studioForms } from './report'
import { type Problem, readText } from './source'

/** Studio's own limit for a flow with its subflows. */
export const maxStates = 2000

export interface Recognised {
  ok: true
  form: (typeof studioForms)[number]
  /** True when placeholders such as `${…}` or `<<…>>` stand in its values. */
  template: boolean
  flow: StudioFlow
  /** Pointers into the definition that are not as the Studio editor writes them. */
  deviations: { pointer: string; quoted: string }[]
  resource: { sid?: string; friendlyName?: string; revision?: string; status?: string }
}

/**
 * Tells what was given: a flow definition, the REST resource around one, an export of 2018–2020, or widgets from the
 * clipboard. Anything else is refused with its place.
 */
export function recognise(text: string): Recognised | { ok: false; problems: Problem[] } {
  const read = readText(text)
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const { definition, form, resource } = unwrapped(read.value)
  const flow = definition === undefined ? undefined : readDefinition(definition)
  if (definition === undefined || flow === undefined) return refused('not-a-flow', JSON.stringify(read.value).slice(0, 60))
  if (flow.states.length === 0) return refused('no-widgets', '[]')
  if (flow.states.length > maxStates) return refused('too-many-widgets', String(flow.states.length))
  const legacy = isLegacy(flow)
  return {
    ok: true,
    form: legacy ? 'legacy' : form,
    template: /\$\{[^}]*\}|<<[^>]*>>|FILL_[A-Z_]+/.test(text),
    flow: legacy ? modernised(flow) : flow,
    // The old format differs everywhere and by rule; listing that would bury what matters.
    deviations: legacy || form === 'fragment' ? [] : deviations(definition),
    resource,
  }
}

function refused(code: Problem['code'], quoted: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ code, place: { pointer: pointerTo(code === 'not-a-flow' ? [] : ['states']) }, quoted }] }
}

interface Unwrapped {
  definition: Json | undefined
  form: Recognised['form']
  resource: Recognised['resource']
}

function unwrapped(value: Json): Unwrapped {
  if (Array.isArray(value)) return { definition: value.some(isState) ? { states: value } : undefined, form: 'fragment', resource: {} }
  if (!isObject(value)) return { definition: undefined, form: 'definition', resource: {} }
  if (Array.isArray(value.states)) return { definition: value, form: 'definition', resource: {} }
  const inside = definitionIn(value.definition)
  if (inside !== undefined) return { definition: inside, form: 'resource', resource: resourceOf(value) }
  return { definition: isState(value) ? { states: [value] } : undefined, form: 'fragment', resource: {} }
}

/** The REST API gives the definition as an object; some tools keep it as text. */
function definitionIn(value: Json | undefined): Json | undefined {
  if (isObject(value) && Array.isArray(value.states)) return value
  if (typeof value !== 'string') return undefined
  const read = readText(value)
  return read.ok && isObject(read.value) && Array.isArray(read.value.states) ? read.value : undefined
}

const isState = (value: Json): boolean => isObject(value) && typeof value.type === 'string' && Array.isArray(value.transitions)

function resourceOf(value: { [key: string]: Json }): Recognised['resource'] {
  const text = (key: string): string | undefined =>
    typeof value[key] === 'string' || typeof value[key] === 'number' ? String(value[key]) : undefined
  const [sid, friendlyName, revision, status] = [
    text('sid'),
    text('friendly_name') ?? text('friendlyName'),
    text('revision'),
    text('status'),
  ]
  return {
    ...(sid !== undefined && { sid }),
    ...(friendlyName !== undefined && { friendlyName }),
    ...(revision !== undefined && { revision }),
    ...(status !== undefined && { status }),
  }
}
