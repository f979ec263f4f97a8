import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from '../node.mjs'
import { neverSilent, nothing } from './count.mjs'

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The browser tests, in a real Chromium, against the server that `npm start` would run, with an empty data folder. */
export async function browser() {
  const report = join(root, '.cache', 'test', 'browser.json')
  const data = mkdtempSync(join(tmpdir(), 'callwright-e2e-'))
  mkdirSync(join(root, '.cache', 'test'), { recursive: true })
  rmSync(report, { force: true })
  try {
    const ran = await run('playwright', ['test'], { env: { CALLWRIGHT_E2E_DATA: data, CALLWRIGHT_REPORT: report } })
    const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(report)?.stats ?? {}
    return neverSilent({ ...nothing, passed: expected + flaky, failed: unexpected, skipped }, ran, 'browser')
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
