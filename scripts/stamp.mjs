import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './node.mjs'

const isTest = /\.(test|e2e)\.[tj]sx?$/

function* filesUnder(path) {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else if (!isTest.test(entry.name)) yield child
  }
}

/** A SHA-256 over the names and bytes of all files under the given places, tests left out. */
export function hashOf(places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesUnder(join(root, place))) {
      const bytes = readFileSync(file)
      hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** A note of what a folder was made from, so that the same work is not done twice. */
export function stamp(file, value) {
  const path = join(root, file)
  return {
    isCurrent: () => existsSync(path) && readFileSync(path, 'utf8') === value,
    clear: () => rmSync(path, { force: true }),
    write: () => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, value)
    },
  }
}
