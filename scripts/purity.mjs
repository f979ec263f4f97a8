/**
 * What is a flow, and one step of it, are decided by pure code that runs alike in the server, the browser and a replay.
 * This check refuses what would make two runs differ or bind them to one place, and says what to do instead.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'oxc-parser'
import { root } from './node.mjs'

/** Files of the engine's core that are edges by their nature: composition roots and the two doors to the system's clock and chance. */
const edges = new Set(['engine/main.ts', 'engine/cli.ts'])

const inEvent = 'time and chance arrive in the event (or as an argument)'
const asEffect = 'return an effect or a timer and let the orchestrator perform it'
const globals = {
  fetch: asEffect,
  XMLHttpRequest: asEffect,
  WebSocket: asEffect,
  setTimeout: asEffect,
  setInterval: asEffect,
  setImmediate: asEffect,
  process: 'take settings as an argument; only composition roots read the environment',
  console: 'return what should be known; the edge logs it',
  window: 'keep the browser in app/',
  document: 'keep the browser in app/',
  localStorage: 'keep the browser in app/',
}
const members = {
  'Date.now': inEvent,
  'Math.random': inEvent,
  'performance.now': inEvent,
  'crypto.randomUUID': inEvent,
  'crypto.getRandomValues': inEvent,
  'DateTime.now': inEvent,
}

/** `a.b` for a member expression of two names, `a` for a name. */
function nameOf(node) {
  if (node?.type === 'Identifier') return node.name
  if (node?.type === 'MemberExpression' && !node.computed)
    return `${nameOf(node.object)}.${nameOf(node.property)}`.replace(/^globalThis\./, '')
  return undefined
}

/** Names the file declares itself, which then are not the globals. */
function declaredIn(program) {
  const names = new Set()
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type.startsWith('Import')) names.add((node.id ?? node.local)?.name)
    if (!node.type.includes('Function')) return
    visit(node.params, (part, parent) => {
      if (part.type === 'Identifier' && !(parent && isOnlyAName(part, parent))) names.add(part.name)
    })
  })
  return names
}

function visit(node, see, parent) {
  if (Array.isArray(node)) for (const one of node) visit(one, see, parent)
  else if (typeof node?.type === 'string') {
    see(node, parent)
    for (const child of Object.values(node)) visit(child, see, node)
  }
}

const isOnlyAName = (node, parent) =>
  !parent ||
  parent.type.startsWith('TS') ||
  (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
  (parent.type === 'Property' && parent.key === node && !parent.shorthand) ||
  /Definition|Label|Specifier/.test(parent.type)

function impurity(node, parent, { declared, isFlow }) {
  if (node.type === 'ImportDeclaration' && isFlow && node.source.value.startsWith('node:')) {
    return [node.source.value, 'flows/ also runs in the browser; use a pure library or let the engine do it']
  }
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && node.arguments.length === 0) return ['new Date()', inEvent]
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return ['Date()', inEvent]
  if (node.type === 'MemberExpression') {
    const name = nameOf(node)
    const refused = nameOf(node.object) === 'globalThis' ? { ...members, ...globals } : members
    return name && Object.hasOwn(refused, name) ? [name, refused[name]] : undefined
  }
  if (node.type !== 'Identifier' || isOnlyAName(node, parent) || declared.has(node.name)) return undefined
  return Object.hasOwn(globals, node.name) ? [node.name, globals[node.name]] : undefined
}

/** Every impure use in one file's text, as `file:line: what: what to do instead`. */
export function impuritiesIn(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) return [`${file}: does not parse: ${errors[0].message}`]
  const context = { declared: declaredIn(program), isFlow: file.startsWith('flows/') }
  const found = []
  visit(program, (node, parent) => {
    const [what, instead] = impurity(node, parent, context) ?? []
    if (what) found.push(`${file}:${source.slice(0, node.start).split('\n').length}: ${what}: ${instead}.`)
  })
  return found
}

function main() {
  const files = globSync(['flows/**/*.{ts,tsx}', 'engine/*.ts'], { cwd: root }).filter(
    (file) => !/\.test\.tsx?$|\/testing\//.test(file) && !edges.has(file),
  )
  const found = files.sort().flatMap((file) => impuritiesIn(file, readFileSync(join(root, file), 'utf8')))
  for (const line of found) console.log(line)
  console.log(`${files.length} files read, ${found.length} impure uses`)
  if (files.length === 0 || found.length > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
