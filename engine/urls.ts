import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What an action URL's request means. `poll` asks what to do now; `script` begins a callee's script; `notice` reports, and is answered with nothing. */
export const actionKinds = ['heard', 'dialed', 'recorded', 'resumed', 'poll', 'script', 'notice'] as const
export type ActionKind = (typeof actionKinds)[number]

/** The request an action URL stands for: this leg of this session, at this turn. */
export interface Action {
  account: string
  session: string
  leg: string
  turn: number
  kind: ActionKind
}

/** Every URL we hand out. Absolute, on the configured public address. */
export interface Urls {
  action(action: Action, path?: NoticePath): string
  webhook(account: string, path: string): string
  audio(account: string, sha256: string): string
  /** The action behind a path's account and query, or undefined when it was not made by us or carries anything else. */
  read(account: string, query: URLSearchParams): Action | undefined
}

export type NoticePath = 'call-status' | 'message-status' | 'recording-status' | 'transcription'

const Query = z.strictObject({
  s: z.string().min(1).max(80),
  l: z.string().min(1).max(80),
  t: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  k: z.enum(actionKinds),
  m: z.string().length(22),
})

/** What the key of the URL signature is derived for: `store.vault.derive(urlKeyPurpose)`. */
export const urlKeyPurpose = 'action-url'

/** URLs whose MAC (HMAC-SHA-256, 128 bits) binds account, session, leg, turn and kind, so that none can be made or mixed by others. */
export function createUrls({ publicUrl, urlKey }: { publicUrl: string; urlKey: Uint8Array }): Urls {
  const mac = ({ account, session, leg, turn, kind }: Action): string =>
    createHmac('sha256', urlKey)
      .update(['callwright.action-url/1', account, session, leg, turn, kind].join('\n'))
      .digest()
      .subarray(0, 16)
      .toString('base64url')
  const webhook = (account: string, path: string): string => `${publicUrl}/twilio/${encodeURIComponent(account)}/${path}`
  return {
    webhook,
    audio: (account, sha256) => webhook(account, `audio/${sha256}`),
    action(action, path) {
      const query = new URLSearchParams({ s: action.session, l: action.leg, t: String(action.turn), k: action.kind, m: mac(action) })
      return `${webhook(action.account, path ?? 'turn')}?${query}`
    },
    read(account, query) {
      // A body hash may stand beside ours when Twilio posts JSON.
      const pairs = [...query].filter(([name]) => name !== 'bodySHA256')
      const read = Query.safeParse(Object.fromEntries(pairs))
      if (!read.success || pairs.length !== 5) return undefined
      const { s: session, l: leg, t: turn, k: kind, m } = read.data
      const action: Action = { account, session, leg, turn, kind }
      return timingSafeEqual(Buffer.from(mac(action)), Buffer.from(m.padEnd(22).slice(0, 22), 'latin1')) ? action : undefined
    },
  }
}
