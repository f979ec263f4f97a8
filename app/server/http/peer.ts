import type { IncomingMessage } from 'node:http'

/** Tells pages and procedures the caller's network address. Whatever the request brought under this name is dropped. */
export const peerHeader = 'x-callwright-peer'

/** Behind a proxy of ours the address is the last one it added to X-Forwarded-For; what stands before it anybody can write. */
export function markPeer(request: IncomingMessage, { trustProxy }: { trustProxy: boolean }): void {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  request.headers[peerHeader] = forwarded || request.socket.remoteAddress || 'unknown'
}
