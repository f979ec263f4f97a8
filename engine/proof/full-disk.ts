import { freshSid, type Parts } from './walk'

const [kilobytes, mostCalls] = [512, 200]
/** What only the safe flow says. */
const isSafe = (body: string): boolean => body.includes('hang up and dial')

/**
 * A disk that takes no more: the server runs with a limit on the size of its files, as a full disk would have it, and is rung until a
 * commit fails. Whoever rings then hears the safe flow; with room again the same number answers by its release. SQLite only.
 */
export async function proveFullDisk({ house, fixtures, ledger }: Parts, number: string): Promise<void> {
  const voice = `${house.wire.url(house.webhooks)}/voice`
  const ring = () =>
    house.wire.post(voice, { ...fixtures.recorded('voice-in-ringing'), CallSid: freshSid('CA'), To: number, Called: number })
  await house.restart({ fileLimitKilobytes: kilobytes })
  let [calls, safe] = [0, 0]
  for (; calls < mostCalls && safe < 3; calls++) {
    const { status, body } = await ring()
    const answered = status === 200 && body.includes('<Response>') && /<(Say|Gather|Play|Dial)/.test(body)
    if (!ledger.check('a caller always hears something while the disk fills up', answered, `${status} ${body.slice(0, 120)}`)) break
    if (isSafe(body)) safe++
  }
  ledger.check('the disk was full', safe > 0, `${calls} calls were all stored`)
  ledger.set('safe_answers_on_full_disk_count', safe)
  await house.restart({})
  const { body } = await ring()
  ledger.check('with room again the release answers', body.includes('/turn?') && !isSafe(body), body.slice(0, 160))
}
