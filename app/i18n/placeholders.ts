/** One thing a message is filled with: `{count, plural, …}` is `{ name: 'count', kind: 'plural' }`, `<link>` is `{ name: 'link', kind: 'tag' }`. */
export type Placeholder = { name: string; kind: string }

/** The placeholders of an ICU message, sorted by name, each once. Branches of plural and select are read too. */
export function placeholders(message: string): Placeholder[] {
  const found = new Map<string, Placeholder>()
  for (const each of [...argumentsOf(message), ...tagsOf(message)]) found.set(`${each.name} ${each.kind}`, each)
  return [...found.values()].sort((a, b) => `${a.name} ${a.kind}`.localeCompare(`${b.name} ${b.kind}`))
}

function tagsOf(message: string): Placeholder[] {
  return [...message.matchAll(/<([a-zA-Z][\w-]*)>/g)].map(([, name = '']) => ({ name, kind: 'tag' }))
}

function argumentsOf(text: string): Placeholder[] {
  return groups(text).flatMap((inside) => {
    const [, name = '', kind = 'plain'] = /^\s*(\w+)\s*(?:,\s*(\w+))?/.exec(inside) ?? []
    if (!['plural', 'selectordinal', 'select'].includes(kind)) return [{ name, kind }]
    return [{ name, kind }, ...groups(inside).flatMap(argumentsOf)]
  })
}

/** The contents of the outermost braces; an apostrophe before a brace quotes it, as ICU says. */
function groups(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  const bare = text.replace(/'[{}]+'?/g, (quoted) => ' '.repeat(quoted.length))
  for (const [at, sign] of [...bare].entries()) {
    if (sign === '{' && depth++ === 0) start = at + 1
    if (sign === '}' && --depth === 0) found.push(bare.slice(start, at))
  }
  return found
}
