import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** The rules for requests that flows make: public https addresses, and what the installation allows by name. */
export interface Egress {
  /** `host:port` pairs that may be reached although they are private or plain http. */
  allow: readonly string[]
  /** Every address of a host name. */
  resolve?: (host: string) => Promise<readonly string[]>
}

/** Where a request may connect: exactly this address, whatever the name says a moment later. */
export interface Destination {
  url: URL
  address: string
}

/**
 * Checks a URL and all addresses behind its name, and pins one of them.
 * @throws Refused that says why: no https, credentials in the address, or an address that is not public.
 */
export async function destinationOf(text: string, { allow, resolve = resolveAll }: Egress): Promise<Destination> {
  const url = urlOf(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const allowed = allow.includes(`${url.hostname}:${port}`)
  if (url.username || url.password) throw new Refused('The address holds a user name or password; put them into a header by a secret.')
  if (!allowed && url.protocol !== 'https:') throw new Refused('Only https addresses may be asked.')
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host)
  const [first] = addresses
  if (!first) throw new Refused(`The name ${host} has no address.`)
  if (!allowed && !addresses.every(isPublic)) throw new Refused(`${host} is not a public address.`)
  return { url, address: first }
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new Refused('The address is not a web address.')
  return url
}

/** Unicast only: no loopback, private, link-local, carrier, multicast or translated address, also not behind IPv6 spellings. */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  return ipaddr.process(text).range() === 'unicast'
}

async function resolveAll(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (cause) {
    throw new Refused(`The name ${host} cannot be resolved.`, { cause })
  }
}

/** A request the rules do not let out. */
export class Refused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Refused'
  }
}
