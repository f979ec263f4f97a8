import type { Context } from './context'
import type { Json, JsonObject } from './json'
import { liquid } from './liquid'

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
    flow: {
      variables: vars,
      channel: { address: ours },
      sid: session?.id ?? '',
      flow_sid: '',
      data: (session?.trigger.request as JsonObject | undefined)?.parameters ?? {},
    },
    contact: { channel: { address: theirs } },
    // Inside a subflow Studio shows what the parent gave it under this name; here it arrives as variables.
    trigger: { ...session?.trigger, ...(frame !== '' && { parent: { parameters: vars } }) },
  }
}

/**
 * Renders a Liquid template. A missing variable is empty text; a broken template throws `TemplateFault`, which the chart
 * check finds before any caller does. Bounded in loops, memory and length (16 kB, as Studio has it). Pure: same scope, same text.
 */
export function render(template: string, scope: JsonObject): string {
  if (!template.includes('{')) return template
  try {
    // Cutting may halve a character, and half a character has no canonical form.
    return String(liquid.parseAndRenderSync(tolerant(template), scope))
      .slice(0, 16_384)
      .toWellFormed()
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

/** The paths a template reads, such as `['vars', 'name']`; globals only, not loop variables. A part that is only known in the call ends its path. */
export function templatePaths(template: string): string[][] {
  if (!template.includes('{') || templateProblem(template)) return []
  return liquid.globalVariableSegmentsSync(liquid.parse(tolerant(template))).map((path) => {
    const unknown = path.findIndex((part) => typeof part === 'object')
    return (unknown < 0 ? path : path.slice(0, unknown)).map(String)
  })
}

/** Studio tolerates blanks after dots (`flow.variables. attempts`); Liquid does not. Text in quotes is left as it is. */
const tolerant = (template: string): string =>
  template.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (tag) =>
    tag.replace(/"[^"]*"|'[^']*'|(?<=[\w\]-]\.)\s+(?=[A-Za-z_])/g, (found) => (found.trim() === '' ? '' : found)),
  )

/** A template that cannot be rendered; the message says which and why. */
export class TemplateFault extends Error {
  constructor(template: string, cause: unknown) {
    super(
      `The template "${template.slice(0, 80)}" cannot be read: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      { cause },
    )
    this.name = 'TemplateFault'
  }
}

/** True when a rendered value counts as given: not empty, not null. */
export const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== ''
