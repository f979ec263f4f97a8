import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

// Workers read this file again: what the first reading found is passed on, so that they neither unpack nor choose anew.
process.env.CALLWRIGHT_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'callwright-e2e-'))
const browser = await findChromium()
process.env.CHROMIUM_PATH ??= browser.path
process.env.CALLWRIGHT_CHROMIUM_NEEDS ??= new URLSearchParams(browser.env).toString()
const needs = Object.fromEntries(new URLSearchParams(process.env.CALLWRIGHT_CHROMIUM_NEEDS))

const port = process.env.CALLWRIGHT_E2E_PORT ?? '3311'
const address = `http://127.0.0.1:${port}`

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '.cache/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CALLWRIGHT_FIXTURES,
  timeout: 60_000,
  reporter: [['line'], ['json', { outputFile: process.env.CALLWRIGHT_REPORT ?? '.cache/test/browser.json' }]],
  use: {
    baseURL: address,
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: flags,
      env: { ...withoutGaps(process.env), ...needs },
    },
  },
  webServer: {
    command: `"${process.execPath}" --enable-source-maps dist/server.js`,
    url: `${address}/login`,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: {
      PORT: port,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      CALLWRIGHT_DATA: process.env.CALLWRIGHT_E2E_DATA,
      CALLWRIGHT_DEMO_PASSWORD: 'rehearse-the-line',
    },
  },
})

function withoutGaps(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
