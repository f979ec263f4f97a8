/** `npm run build`: Next's pages and the server's bundles, each only if its sources changed. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { root, run } from './node.mjs'
import { tail, withProgress } from './progress.mjs'
import { hashOf, stamp } from './stamp.mjs'

const rooms = ['app', 'engine', 'flows', 'drizzle']
const recipe = ['scripts/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']
const pages = [...rooms, 'public', 'next.config.js', 'postcss.config.mjs', ...recipe]

/** Composition root → bundle. Packages stay outside; migrations and samples are read from their own folders. */
const bundles = { server: 'app/server/main.ts', engine: 'engine/main.ts', cli: 'engine/cli.ts' }

/**
 * The bundles, not written yet. What a root imports only later stays a file of its own (`part-….js`): the server's guard must be read
 * by a Node on which the packages of the rest cannot be.
 */
export async function compiled() {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(bundles).filter(([, entry]) => existsSync(join(root, entry)))),
    outdir: 'dist',
    chunkNames: 'part-[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    sourcemap: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    loader: { '.md': 'text' },
    logLevel: 'silent',
  })
  await stop()
  return outputFiles
}

/** Parts before the roots that import them, each by a rename: a process starting at this moment never reads half a bundle. */
function place(files) {
  const dist = join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  const parts = files.filter(({ path }) => basename(path).startsWith('part-'))
  for (const file of [...parts, ...files.filter((each) => !parts.includes(each))]) {
    writeFileSync(`${file.path}.new`, file.contents)
    renameSync(`${file.path}.new`, file.path)
  }
  const kept = new Set(files.map(({ path }) => basename(path)))
  for (const name of readdirSync(dist)) if (name.startsWith('part-') && !kept.has(name)) rmSync(join(dist, name))
}

/** Bundles the server, the engine and the command line into dist/ if a source changed. Takes well under a second. */
export async function ensureBundled() {
  const bundled = stamp('dist/.callwright-bundled', hashOf([...rooms, ...recipe]))
  if (bundled.isCurrent()) return
  await withProgress('Bundling the server', async () => place(await compiled()))
  bundled.write()
}

/** Everything `npm start` serves, built if a source changed. Throws with the compiler's words when it does not build. */
export async function ensureBuilt() {
  await ensureBundled()
  const built = stamp('.next/.callwright-built', hashOf(pages))
  if (built.isCurrent()) return
  built.clear()
  await withProgress('Building the pages (about a minute the first time)', async () => {
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const { code, output } = await run('node', [next, 'build'], { env: { NODE_ENV: 'production' } })
    if (code !== 0) throw new Error(`The build failed:\n${tail(output)}`)
  })
  built.write()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled()
  await ensureBuilt()
}
