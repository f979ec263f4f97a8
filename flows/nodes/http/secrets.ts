const alone = /\{\{-?\s*secret\.([A-Za-z][A-Za-z0-9_]*)\s*-?\}\}/g
const anySecret = /\{\{[^}]*\bsecret\b/

/** True when a template names a secret in any way but alone: its value is unknown until the request leaves, so nothing can work on it. */
export function misusesSecret(template: string): boolean {
  const rest = template.replace(alone, '')
  return anySecret.test(rest) || /\{%[^%]*\bsecret\.[^%]*%\}/.test(rest)
}

/**
 * Renders a template but leaves every `{{ secret.NAME }}` as it is, for the edge to fill in.
 * Only the operator's own text can name a secret: where a rendered value (a caller's text, an answer) looks like one, it is broken up.
 * `finish` is applied to everything around the secrets, for encodings.
 */
export function renderAround(
  template: string,
  { render, finish = (text) => text }: { render(template: string): string; finish?(text: string): string },
): string {
  const names: string[] = []
  const bare = (): string => disarmed(render(template.replace(alone, '')))
  const mark = unusedMark(template.includes('secret.') ? bare() + template : template)
  const marked = template.replace(alone, (_, name: string) => `${mark}${names.push(name) - 1}${mark}`)
  if (names.length === 0) return finish(disarmed(render(template)))
  return disarmed(render(marked))
    .split(new RegExp(`${mark}(\\d+)${mark}`))
    .map((part, index) => (index % 2 === 0 ? finish(part) : `{{ secret.${names[Number(part)]} }}`))
    .join('')
}

const disarmed = (rendered: string): string => rendered.replace(/\{\{(?=-?\s*secret\b)/g, '{ {')

/** A private-use character that occurs nowhere in the text, so that no caller can forge a mark. */
function unusedMark(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const mark = String.fromCharCode(code)
    if (!text.includes(mark)) return mark
  }
  throw new RangeError('The text holds every private-use character; no secret can be put into it.')
}
