import type { PhoneCall, TurnRequest } from '../phone/call'
import type { Parts } from './walk'

/**
 * Power cuts in the middle of a call. Before turn 3, while the caller thinks: the turn that was answered is asked again after the restart
 * and must get the same bytes. At turn 5, with the request under way: the caller asks again and goes on.
 */
export function powerCuts({ house, ledger }: Parts): {
  beforeTurn: (turn: number, phone: PhoneCall | undefined, request: TurnRequest | undefined) => Promise<void>
  cuts(): number
} {
  let cuts = 0
  const cut = async (): Promise<void> => {
    ledger.set('restart_after_kill_s', Math.round((await house.crash()) * 100) / 100)
    cuts++
    ledger.count('kills_count')
  }
  return {
    cuts: () => cuts,
    async beforeTurn(turn, phone, request) {
      if (turn === 3) {
        await cut()
        const last = phone?.record.last
        if (!ledger.check('a turn was answered before the kill', last !== undefined) || !last) return
        const again = await house.wire.post(last.url, last.fields)
        ledger.check(
          'after the kill the same turn gets the stored answer, byte for byte',
          again.body === last.answer.body && again.status === 200,
          again.body.slice(0, 160),
        )
      }
      if (turn === 5 && request) {
        const underWay = house.wire.post(request.url, request.fields).catch(() => undefined)
        await new Promise((resume) => setTimeout(resume, 3))
        await cut()
        await underWay
      }
    },
  }
}
