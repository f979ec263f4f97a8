import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from '../../scripts/postgres.mjs'

/** A new, empty database: on a Postgres of its own, or on the server at `given`. `close` leaves nothing behind. */
export async function emptyPostgres(given?: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = given === undefined ? await startPostgres() : { url: given, stop: async () => {} }
  const name = `callwright_proof_${randomBytes(6).toString('hex')}`
  await told(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async close() {
      await told(server.url, `drop database if exists ${name} with (force)`)
      await server.stop()
    },
  }
}

async function told(url: string, sentence: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sentence)
  } finally {
    await client.end()
  }
}
