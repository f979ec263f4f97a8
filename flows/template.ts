import { Liquid } from 'liquidjs'
import { DateTime } from 'luxon'
import type { Context } from './context'
import type { Json, JsonObject } from './json'

const liquid = new Liquid({
  cache: 512,
  strictFilters: true,
  strictVariables: false,
  ownPropertyOnly: true,
  renderLimit: 200,
  memoryLimit: 1_000_000,
  parseLimit: 100_000,
  templates: {},
})
liquid.registerFilter('to_json', (value: unknown) => JSON.stringify(value ?? null))
liquid.registerFilter('date', function (this: { context: { getSync(path: string[]): unknown } }, value: unknown, format: unknown, zone: unknown) {
  const now = String(this.context.getSync(['now']))
  const text = value === 'now' || value === 'today' ? now : String(value)
  const instant = DateTime.fromISO(text, { setZone: true })
  return instant.isValid ? instant.setZone(typeof zone === 'string' ? zone : 'utc').toFormat(strftime(String(format ?? '%Y-%m-%d'))) : text
})

const words: Record<string, string> = {
  Y: 'yyyy', m: 'MM', d: 'dd', H: 'HH', I: 'hh', M: 'mm', S: 'ss', p: 'a', A: 'cccc', a: 'ccc', B: 'LLLL', b: 'LLL', j: 'ooo', y: 'yy', e: 'd', u: 'c', w: 'c', F: 'yyyy-MM-dd', T: 'HH:mm:ss', z: 'ZZZ', '-d': 'd', '-m': 'L', '-H': 'H', '-I': 'h', N: 'c', s: 'X',
}
const strftime = (format: string): string =>
  format.split(/(%-?[A-Za-z])/).map((part) => (part.startsWith('%') ? (words[part.slice(1)] ?? '') : part && `'${part.replaceAll("'", "''")}'`)).join('')

/** What a template sees. Native flows read `{{ name }}`; imported ones also Studio's roots (flow, trigger, contact, widgets). */
export function scopeOf(context: Context, { frame, at }: { frame: string; at: string }): JsonObject {
  const { vars, results } = context.frames[frame] ?? { vars: {}, results: {} }
  const session = context.session
  const ours = session?.to ?? ''
  const theirs = session?.from ?? ''
  return {
    ...vars,
    vars,
    results,
    widgets: results,
    now: at,
    caller: theirs,
    line: ours,
    locale: session?.locale ?? '',
    flow: { variables: vars, channel: { address: ours }, sid: session?.id ?? '', flow_sid: '', data: (session?.trigger.request as JsonObject | undefined)?.parameters ?? {} },
    contact: { channel: { address: theirs } },
    // Inside a subflow Studio shows what the parent gave it under this name; here it arrives as variables.
    trigger: { ...session?.trigger, ...(frame !== '' && { parent: { parameters: vars } }) },
  }
}

/**
 * Renders a Liquid template. A missing variable is empty text; a broken template throws `TemplateFault`, which the chart
 * check finds before any caller does. Bounded in time, memory and output (16 kB, as Studio has it).
 */
export function render(template: string, scope: JsonObject): string {
  if (!template.includes('{')) return template
  try {
    return String(liquid.parseAndRenderSync(tolerant(template), scope)).slice(0, 16_384)
  } catch (cause) {
    throw new TemplateFault(template, cause)
  }
}

/** The template's problem in words, or undefined when it parses. */
export function templateProblem(template: string): string | undefined {
  if (!template.includes('{')) return undefined
  try {
    liquid.parse(tolerant(template))
    return undefined
  } catch (cause) {
    return cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
  }
}

/** The paths a template reads, such as `['vars', 'name']`; globals only, not loop variables. */
export function templatePaths(template: string): string[][] {
  if (!template.includes('{') || templateProblem(template)) return []
  return liquid.globalFullVariablesSync(liquid.parse(tolerant(template))).map((path) => path.split('.'))
}

/** Studio tolerates blanks after dots (`flow.variables. attempts`); Liquid does not. */
const tolerant = (template: string): string => template.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, (tag) => tag.replace(/([A-Za-z0-9_])\.\s+(?=[A-Za-z_])/g, '$1.'))

/** A template that cannot be rendered; the message says which and why. */
export class TemplateFault extends Error {
  constructor(template: string, cause: unknown) {
    super(`The template "${template.slice(0, 80)}" cannot be read: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`, { cause })
    this.name = 'TemplateFault'
  }
}

/** True when a rendered value counts as given: not empty, not null. */
export const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== ''
