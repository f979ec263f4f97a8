import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface HeaderSettings {
  dev: boolean
  https: boolean
}

/**
 * Puts the security headers on a page's answer. The nonce goes to Next in the request, which writes it on its own inline scripts.
 * Inline styles stay allowed: the canvas positions its nodes by them.
 */
export function secure(request: IncomingMessage, response: ServerResponse, { dev, https }: HeaderSettings): void {
  const policy = policyWith(randomBytes(16).toString('base64'), { dev, https })
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/** Development needs `unsafe-eval` and a socket for reloading; a built server has neither. */
export function policyWith(nonce: string, { dev, https }: HeaderSettings): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'media-src': "'self' blob: https:",
    'connect-src': `'self'${dev ? ' ws: wss:' : ''}`,
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  const written = Object.entries(directives).map(([name, value]) => `${name} ${value}`)
  return [...written, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ')
}
