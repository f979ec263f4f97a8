#!/usr/bin/env node
/** `callwright`, also `npm run cli --`: the command line, bundled if a source changed. Its own output stays the only one on stdout. */
import { ensureBundled } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { become } from './node.mjs'

const say = console.log
try {
  console.log = console.error
  await ensureInstalled()
  await ensureBundled()
  console.log = say
  become(['--enable-source-maps', 'dist/cli.js', ...process.argv.slice(2)])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
