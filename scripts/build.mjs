/** `npm run build`: Next's pages and the server's bundles, each only if its sources changed. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { root, run } from './node.mjs'
import { tail, withProgress } from './progress.mjs'
import { hashOf, stamp } from './stamp.mjs'

const rooms = ['app', 'engine', 'flows', 'drizzle']
const recipe = ['scripts/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']
const pages = [...rooms, 'public', 'next.config.js', 'postcss.config.mjs', ...recipe]

/** Composition root → bundle. Packages stay outside; migrations and samples are read from their own folders. */
const bundles = { 'app/server/main.ts': 'server.js', 'engine/main.ts': 'engine.js', 'engine/cli.ts': 'cli.js' }

async function bundle(entry, name) {
  const { build, stop } = await import('esbuild')
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join('dist', name),
    bundle: true,
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
  mkdirSync(join(root, 'dist'), { recursive: true })
  // A rename, so that a process starting at this moment never reads half a bundle.
  for (const file of result.outputFiles) {
    writeFileSync(`${file.path}.new`, file.contents)
    renameSync(`${file.path}.new`, file.path)
  }
}

/** Bundles the server, the engine and the command line into dist/ if a source changed. Takes well under a second. */
export async function ensureBundled() {
  const bundled = stamp('dist/.callwright-bundled', hashOf([...rooms, ...recipe]))
  if (bundled.isCurrent()) return
  await withProgress('Bundling the server', async () => {
    for (const [entry, name] of Object.entries(bundles)) {
      if (existsSync(join(root, entry))) await bundle(entry, name)
    }
  })
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
