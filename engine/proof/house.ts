import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Peer, type PeerHooks, startPeer } from '../phone/peer'
import { createWire, type Wire } from '../phone/wire'
import type { Documents } from './documents'
import { type Functions, startFunctions } from './functions'
import { type Desks, giveAuthorEveryRole } from './release'
import { freePort, type RunningServer, startServer } from './server'
import { signIn } from './studio'

export const accountSid = `AC${'0'.repeat(31)}1`

/** A whole installation under proof: the real server on a new database, Twilio's side of it, and the people who work there. */
export interface ProofHouse {
  server: RunningServer
  desks: Desks
  peer: Peer
  /** What the peer does with calls it is asked to place or lead elsewhere. */
  hooks: PeerHooks
  functions: Functions
  wire: Wire
  token: string
  /** A token that signed once and was taken out. */
  retired: string
  account: string
  password: string
  webhooks: string
  /** The same installation for the command line. */
  address: { flags: string[]; env: Record<string, string> }
  /** SIGKILL, then a start on the same database and port. Gives the seconds until it answers again. */
  crash(): Promise<number>
  /** Ends the product and starts it again, if wanted with a limit on the size of any file it writes. */
  restart(limits: { fileLimitKilobytes?: number }): Promise<void>
  /** Ends the whole product and starts the engine alone in its place, on the same database and port. */
  engineAlone(): Promise<void>
  close(): Promise<void>
}

/** Opens a house on SQLite, or on the Postgres at `url`. */
export async function openHouse({ url, documents }: { url: string | undefined; documents: Pick<Documents, 'seen'> }): Promise<ProofHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-proof-'))
  const [token, retired] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  const [password, port] = [randomBytes(12).toString('hex'), await freePort()]
  const hooks: PeerHooks = {}
  const peer = await startPeer({ accountSid, token, hooks })
  const functions = await startFunctions()
  const key = randomBytes(32).toString('base64')
  const env = {
    CALLWRIGHT_DATA: folder,
    CALLWRIGHT_KEY: key,
    CALLWRIGHT_DEMO_PASSWORD: password,
    CALLWRIGHT_TWILIO_API: peer.base,
    CALLWRIGHT_EGRESS_ALLOW: new URL(functions.base).host,
    ...(url !== undefined && { DATABASE_URL: url }),
  }
  const start = (): Promise<RunningServer> => startServer({ bundle: 'server.js', port, env })
  const leave = async (): Promise<void> => {
    await Promise.all([peer.close(), functions.close()])
    rmSync(folder, { recursive: true, force: true })
  }
  let server: RunningServer
  let desks: Desks
  let account: string
  try {
    server = await start()
    desks = await desksOf(server.url, password)
    account = await accountOf(desks, [token, retired])
    await accountOf(desks, [token])
  } catch (fault) {
    await leave()
    throw fault
  }
  return {
    ...{ desks, peer, hooks, functions, token, retired, account, password },
    get server() {
      return server
    },
    webhooks: `/twilio/${account}`,
    wire: createWire({ publicUrl: server.url, token, seen: documents.seen }),
    address: { flags: url === undefined ? ['--data', folder] : ['--data', folder, '--database', url], env: { CALLWRIGHT_KEY: key } },
    async crash() {
      await server.kill()
      server = await start()
      return server.startSeconds
    },
    async restart(limits) {
      await server.stop()
      server = await startServer({ bundle: 'server.js', port, env, ...limits })
    },
    async engineAlone() {
      await server.stop()
      server = await startServer({ bundle: 'engine.js', port, env: { ...env, CALLWRIGHT_PUBLIC_URL: server.url } })
    },
    async close() {
      await server.stop()
      await leave()
    },
  }
}

async function desksOf(url: string, password: string): Promise<Desks> {
  const enter = (who: string) => signIn(url, { email: `${who}@riverside.example`, password })
  const [operator, compliance, releases, admin] = [
    await enter('operator'),
    await enter('compliance'),
    await enter('release'),
    await enter('admin'),
  ]
  const desks = { operator, compliance, releases, admin }
  await giveAuthorEveryRole(desks, 'operator@riverside.example')
  return desks
}

async function accountOf({ admin }: Desks, authTokens: string[]): Promise<string> {
  const { id } = await admin.mutate('accounts.save', { sid: accountSid, name: 'Proof', authTokens }, z.object({ id: z.string() }))
  return id
}
