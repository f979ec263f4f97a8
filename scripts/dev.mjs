/** `npm run dev`: the same server from its sources; Next reloads pages as they are saved, the server restarts by hand. */
import { ensureInstalled } from './install.mjs'
import { become } from './node.mjs'

try {
  await ensureInstalled()
  const options = process.argv.slice(2)
  become(['--import', 'tsx', 'app/server/main.ts', '--dev', ...options], { env: { NODE_ENV: 'development' }, ownGroup: true })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
