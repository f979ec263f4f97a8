import type { Carry } from './carry'
import { promptOf } from './prompt'

/** Say/Play → say. Exactly one of words, a recording and tones; no barge-in. */
export const sayPlay: Carry = (reading) => {
  const tones = reading.raw('digits')
  const words = promptOf(reading)
  const repeat = reading.number('loop', { min: 1, max: 99 }) ?? 1
  return {
    type: 'say',
    settings: { ...(words && { prompt: reading.words('prompt', words) }), ...(tones !== undefined && { tones }), repeat },
    follows: { next: 'audioComplete' },
  }
}
