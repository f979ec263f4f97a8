/** Error codes of Twilio's dictionary that decide what happens next. */
export const optedOut = 21610
/** The call ended before it could be led elsewhere. */
export const invalidCallState = 21220
export const tooManyRequests = 20429

const terminal = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])
const ranks = ['', 'queued', 'initiated', 'ringing', 'in-progress']

/** Whether a call with this status is over. Nothing comes after. */
export const isOver = (status: string): boolean => terminal.has(status)

/** Whether a status report says something new: status callbacks may arrive late and out of order (docs: voice/twiml). */
export const isLater = (status: string, than: string): boolean =>
  !isOver(than) && (isOver(status) || ranks.indexOf(status) > ranks.indexOf(than))
