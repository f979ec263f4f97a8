import type { Json } from '../json'
import { pointerTo, type StudioFlow } from './definition'
import type { StudioFinding } from './findings'

/** Names of properties that catalogues and hand-written files use, and Studio's own. */
const rightNames: Record<string, string> = {
  num_digits: 'number_of_digits',
  numDigits: 'number_of_digits',
  gatherLanguage: 'gather_language',
  contentType: 'content_type',
  maxLength: 'max_length',
  finishOnKey: 'finish_on_key',
  transcribeCallbackUrl: 'transcription_callback_url',
  hold_music_url: 'wait_url',
  silence_timeout: 'timeout',
}

/** Reads properties by their right names and says which; a property that is also there under its right name wins. */
export function withRightNames(flow: StudioFlow): { flow: StudioFlow; findings: StudioFinding[] } {
  const findings: StudioFinding[] = []
  const states = flow.states.map((state, index) => {
    const properties: Record<string, Json> = {}
    for (const [key, value] of Object.entries(state.properties)) {
      const right = Object.hasOwn(rightNames, key) ? rightNames[key] : undefined
      if (right === undefined) properties[key] = value
      else if (!Object.hasOwn(state.properties, right)) {
        properties[right] = value
        findings.push({
          code: 'key-renamed',
          widget: state.name,
          pointer: pointerTo(['states', index, 'properties', key]),
          quoted: `${key} → ${right}`,
        })
      }
    }
    return { ...state, properties }
  })
  return { flow: { ...flow, states }, findings }
}
