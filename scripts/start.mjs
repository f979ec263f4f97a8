/** `npm start`: installs and builds what is missing, then serves everything on one port. */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { become } from './node.mjs'

try {
  await ensureInstalled()
  await ensureBuilt()
  const options = process.argv.slice(2)
  become(['--enable-source-maps', 'dist/server.js', ...options], { env: { NODE_ENV: 'production' }, ownGroup: true })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
