import type { FindingCode } from './findings'
import type { TemplateUse } from './templates'

interface Lint {
  code: FindingCode
  quoted: string
}

/** What a person should know about a template: values that are always empty, ones that leave the house whole, dates without a zone. */
export function lintsOf(text: string, use: TemplateUse, knows: (widget: string) => boolean): Lint[] {
  return [
    ...(use.problem === undefined ? [] : [{ code: 'template-broken' as const, quoted: text }]),
    ...[...new Set(use.widgets)]
      .filter((name) => !knows(name))
      .map((name) => ({ code: 'dead-widget-reference' as const, quoted: `widgets.${name}` })),
    ...use.strayRoots.map((root) => ({ code: 'unknown-root' as const, quoted: root })),
    ...rules.flatMap(({ code, pattern }) => [...text.matchAll(pattern)].map(([quoted]) => ({ code, quoted }))),
    ...(isJson(text) ? [...text.matchAll(spokenValue)].map(([quoted]) => ({ code: 'json-from-caller-text' as const, quoted })) : []),
  ]
}

const rules: { code: FindingCode; pattern: RegExp }[] = [
  { code: 'outbound-error-code', pattern: /widgets\s*\.\s*[\w-]+\s*\.\s*outbound\s*\.\s*ErrorCode/g },
  { code: 'date-of-now', pattern: /["'](?:now|today)["']\s*\|\s*date[^}%]*/g },
  { code: 'whole-root-sent', pattern: /\{\{\s*(?:trigger|flow|widgets|contact)\s*(?:\|[^}]*)?\}\}/g },
]

/** Placeholders of templates and hand-made files, which only a person can fill. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\$\{[^}]*\}|<<[^>]*>>|\bFILL_[A-Z_]+|\[YOUR[^\]]*\]|\bYOUR_[A-Z_]+/g)].map(([found]) => found)

const isJson = (text: string): boolean => /^\s*[[{]\s*["{[]/.test(text)
/** A value of a person's own words put between quotation marks without `to_json`. */
const spokenValue = /(?<=")\{\{[^}|]*\.(?:Body|SpeechResult|ProfileName)\s*\}\}(?=")/g
