/**
 * `npm run db:generate [name]`: writes what the schema has and the migrations do not have yet, for both dialects. Look at the SQL before
 * you commit it; rows that must change with code belong into a migration of their own.
 */
import { spawnSync } from 'node:child_process'

const name = process.argv[2] ?? 'change'
for (const dialect of ['sqlite', 'pg']) {
  const { status } = spawnSync('node_modules/.bin/drizzle-kit', ['generate', '--config', `drizzle/${dialect}.config.ts`, '--name', name], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
