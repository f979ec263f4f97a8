import { emptyTwiml } from '../twilio/twiml'

/** What a webhook is answered with. */
export interface Answer {
  status: number
  body: string
  type: 'text/xml; charset=utf-8' | 'text/plain; charset=utf-8'
}

export const twiml = (body: string): Answer => ({ status: 200, body: body === '' ? emptyTwiml : body, type: 'text/xml; charset=utf-8' })
export const plain = (status: number, body: string): Answer => ({ status, body, type: 'text/plain; charset=utf-8' })

/** A notice was taken; Twilio wants nothing else (docs: status callbacks are answered 204). */
export const noted: Answer = { status: 204, body: '', type: 'text/plain; charset=utf-8' }
