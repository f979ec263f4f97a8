import { templatePaths, templateProblem } from '../template'

/**
 * How a piece of a template runs here. `path`: a plain variable; `filters`: a variable and filters; `liquid`: tags and
 * anything else the sandboxed Liquid runs; `unresolved`: names a widget the flow does not have, or cannot be read at all.
 */
export type TemplateKind = 'path' | 'filters' | 'liquid' | 'unresolved'

/** What a template uses, by Studio's own names. */
export interface TemplateUse {
  pieces: { text: string; kind: TemplateKind }[]
  widgets: string[]
  variables: string[]
  /** Names read from `trigger.parent.parameters`. */
  parentParameters: string[]
  /** First parts of paths that Studio does not have, such as `Digits` in `{{ Digits }}`. */
  strayRoots: string[]
  /** Why the whole template cannot be read, in Liquid's words. */
  problem?: string
}

interface NewNames {
  widget(name: string): string | undefined
  variable(name: string): string | undefined
}

const tag = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g
const member = String.raw`(?:\s*\.\s*([\w-]+)|\s*\[\s*(["'])(.*?)\KEY\s*\])`
const keyed = (root: string, quote: number): string => String.raw`(?<![.\w-])${root}` + member.replace('KEY', String(quote))
/** String literals first, so that words inside quotes are never taken for paths. Groups: widget 1 or 3, variable 4 or 6. */
const named = new RegExp(`"[^"]*"|'[^']*'|${keyed('widgets', 2)}|${keyed(String.raw`flow\s*\.\s*variables`, 5)}`, 'g')
const parent = /(?<![.\w-])trigger\s*\.\s*parent\s*\.\s*parameters\s*\.\s*([\w-]+)/g
const step = String.raw`(?:\s*\.\s*[\w-]+|\s*\[\s*(?:"[^"]*"|'[^']*'|\d+)\s*\])`
const path = new RegExp(String.raw`^\{\{-?\s*[A-Za-z_][\w-]*${step}*\s*-?\}\}$`)
const filtered = new RegExp(String.raw`^\{\{-?\s*[A-Za-z_][\w-]*${step}*\s*(?:\|[^|]+)+-?\}\}$`)

const roots = new Set(['flow', 'trigger', 'widgets', 'contact'])

/** True when a text has anything to render. */
export const isTemplate = (text: string): boolean => /\{\{|\{%/.test(text)

/** Writes our names into a template where widgets or variables had to be renamed. Everything outside `{{ }}` and `{% %}` stays. */
export function renamed(template: string, { widget, variable }: NewNames): string {
  return template.replace(tag, (text) =>
    text.replace(
      named,
      (found, dotted?: string, _q?: string, quoted?: string, dottedVariable?: string, _v?: string, quotedVariable?: string) => {
        const from = dotted ?? quoted ?? dottedVariable ?? quotedVariable
        if (from === undefined) return found
        const to = (dotted ?? quoted) !== undefined ? widget(from) : variable(from)
        if (to === undefined || to === from) return found
        return (dotted ?? quoted) !== undefined ? `widgets.${to}` : `flow.variables.${to}`
      },
    ),
  )
}

/** What a template (as Studio has it) uses, and how each piece of it will run. `knows` tells whether the flow has a widget. */
export function usedIn(template: string, knows: (widget: string) => boolean): TemplateUse {
  const plain = renamedHyphens(template)
  const problem = templateProblem(plain)
  const strayRoots = [...new Set(templatePaths(plain).flatMap(([root]) => (root && !roots.has(root) ? [root] : [])))]
  const use: TemplateUse = {
    pieces: [],
    widgets: [],
    variables: [],
    parentParameters: [],
    strayRoots,
    ...(problem !== undefined && { problem }),
  }
  for (const [text] of template.matchAll(tag)) {
    const found = [...text.matchAll(named)]
    const widgets = found.flatMap(([, dotted, , quoted]) => dotted ?? quoted ?? [])
    use.widgets.push(...widgets)
    use.variables.push(...found.flatMap(([, , , , dotted, , quoted]) => dotted ?? quoted ?? []))
    use.parentParameters.push(...[...text.matchAll(parent)].flatMap(([, name]) => name ?? []))
    const dead =
      widgets.some((name) => !knows(name)) || strayRoots.some((root) => new RegExp(String.raw`(?<![.\w-])${root}(?![\w-])`).test(text))
    use.pieces.push({ text, kind: problem !== undefined || dead ? 'unresolved' : kindOf(text) })
  }
  return use
}

function kindOf(text: string): TemplateKind {
  if (path.test(text)) return 'path'
  return filtered.test(text) ? 'filters' : 'liquid'
}

/** Names with hyphens are rewritten before anything runs, so they are no reason to call a template unreadable. */
const renamedHyphens = (template: string): string =>
  renamed(template, {
    widget: (name) => name.replace(/^(?=\d)|[^A-Za-z0-9_]+/g, '_'),
    variable: (name) => name.replace(/^(?=\d)|[^A-Za-z0-9_]+/g, '_'),
  })
