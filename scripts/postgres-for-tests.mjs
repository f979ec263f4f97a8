import { startPostgres } from './postgres.mjs'

/** vitest's global set-up of the contract tests: an empty Postgres, its address in TEST_DATABASE_URL, gone when they end. */
export default async function setup() {
  const { url, stop } = await startPostgres()
  process.env.TEST_DATABASE_URL = url
  return stop
}
