import { flows } from '#drizzle/queries/flows'
import { numbers } from '#drizzle/queries/numbers'
import { organisations } from '#drizzle/queries/organisations'
import type { FirstNews } from './first-start/first-start'
import type { Settings } from './settings'
import type { Wire } from './wire'

/** Where this machine reaches the server. */
export function localAddress({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  return `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Tells whoever started the server what it is, who may enter and what rings where. */
export async function printReady(wire: Wire, { news, seconds }: { news: FirstNews | undefined; seconds: number }): Promise<void> {
  const { store, settings } = wire
  const lines = ['', `Callwright is ready at ${wire.address} (${seconds.toFixed(1)} s)`]
  if (wire.address !== localAddress(settings)) lines.push(`Listening on ${localAddress(settings)}`)
  if (store.createdKey) lines.push('', ...keyNotice(store.createdKey))
  if (news) lines.push('', ...accountLines(news))
  lines.push(...(await numberLines(wire)))
  lines.push('', 'Without a telephone: open a flow and choose Rehearse, or run  npm run cli -- rehearse --help', '')
  console.log(lines.join('\n'))
}

const keyNotice = (file: string): string[] => [
  `A new installation key was written to ${file}.`,
  'It opens everything encrypted here. Keep a copy in a safe place: without it patients’ records cannot be read again.',
]

function accountLines({ accounts }: FirstNews): string[] {
  const width = (of: (account: FirstNews['accounts'][number]) => string): number =>
    Math.max(...accounts.map((account) => of(account).length))
  const widths = { role: width(({ role }) => role), email: width(({ email }) => email) }
  return [
    'Accounts (the passwords are shown this once and cannot be shown again):',
    ...accounts.map(({ role, email, password }) => `  ${role.padEnd(widths.role)}  ${email.padEnd(widths.email)}  ${password}`),
  ]
}

async function numberLines({ store }: Wire): Promise<string[]> {
  const rung = await store.read(async (tx) => {
    const lines: string[] = []
    for (const { organisation } of await organisations(tx)) {
      const names = new Map((await flows(tx, { organisation })).map(({ id, name }) => [id, name]))
      for (const { number, bindings } of await numbers(tx, { organisation })) {
        for (const { channel, flow, release } of bindings) {
          const rings = release ? '' : ' (not released yet: callers hear the safe flow)'
          lines.push(`  ${number}  ${channel === 'voice' ? 'call' : 'text'}  ${names.get(flow) ?? flow}${rings}`)
        }
      }
    }
    return lines
  })
  return rung.length === 0
    ? []
    : ['', 'Numbers and what they ring:', ...rung.slice(0, 20), ...(rung.length > 20 ? [`  and ${rung.length - 20} more`] : [])]
}
