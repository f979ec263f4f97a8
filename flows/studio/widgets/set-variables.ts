import type { Carry } from './carry'

const callerInput = /\.(?:Digits|SpeechResult|Body)\b/

/** Set Variables → set. Values are text, entries in their order; a null value is empty text. */
export const setVariables: Carry = (reading) => {
  const assignments = reading.pairs('variables').map(({ key, value, type, path }) => {
    const json = type === 'json_object'
    const variable = reading.whole.declare(key, { phi: callerInput.test(value) ? 'identifier' : 'none', type: json ? 'json' : 'text' })
    if (variable !== key) reading.note('name-changed', { at: path, quoted: variable })
    return { variable, value: reading.template(value, path), as: json ? 'json' : 'text' }
  })
  return { type: 'set', settings: { assignments }, follows: { next: 'next' } }
}
