import { createMouth } from './mouth'
import { hush, speak } from './speak'

/** The browser's own mouth: its voices, and its player for recordings. */
export const { hear, quiet } = createMouth({
  say: ({ text, locale }, signal) =>
    new Promise((done) => {
      signal.addEventListener('abort', () => {
        hush()
        done()
      })
      speak(text, locale, done)
    }),
  play: (address, signal) =>
    new Promise((heard) => {
      const player = new Audio(address)
      signal.addEventListener('abort', () => {
        player.pause()
        heard(true)
      })
      player.addEventListener('ended', () => heard(true))
      player.addEventListener('error', () => heard(false))
      player.play().catch(() => heard(signal.aborted))
    }),
})
