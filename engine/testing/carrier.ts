import type { Telephony } from '../ports'

/** The carrier's side of our REST calls: takes everything, remembers it, and can be told to refuse. */
export interface Carrier {
  telephony: Telephony
  calls: { to: string; url: string; statusCallback: string; sid: string }[]
  redirects: { sid: string; url: string }[]
  ended: string[]
  texts: { to: string; from: string; body: string }[]
  /** Where each text's delivery is to be reported. */
  statusCallbacks: string[]
  /** Refuses the next request with this. */
  refuses(fault: Error): void
}

export function createCarrier(): Carrier {
  const calls: Carrier['calls'] = []
  const redirects: Carrier['redirects'] = []
  const ended: string[] = []
  const texts: Carrier['texts'] = []
  const statusCallbacks: string[] = []
  const faults: Error[] = []
  const taken = (): void => {
    const fault = faults.shift()
    if (fault) throw fault
  }
  return {
    ...{ calls, redirects, ended, texts, statusCallbacks },
    refuses: (fault) => void faults.push(fault),
    telephony: {
      async createCall({ to, url, statusCallback }) {
        taken()
        const sid = `CAout${calls.length + 1}`
        calls.push({ to, url, statusCallback, sid })
        return { sid }
      },
      async redirectCall({ sid, url }) {
        taken()
        redirects.push({ sid, url })
      },
      async endCall({ sid }) {
        taken()
        ended.push(sid)
      },
      async createMessage({ to, from, body, statusCallback }) {
        taken()
        statusCallbacks.push(statusCallback)
        texts.push({ to, from, body })
        return { sid: `SMout${texts.length}`, status: 'queued', raw: {} }
      },
    },
  }
}
