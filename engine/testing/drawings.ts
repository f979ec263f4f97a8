import { Drawing, type DrawnNode } from '#flows/drawing'
import type { JsonObject } from '#flows/json'

/** A node in one line: its type, settings and wires. */
export const node = (type: string, settings: JsonObject, wires: Record<string, string> = {}): DrawnNode => ({
  type,
  label: type,
  settings,
  wires,
})

export function flow(
  nodes: Record<string, DrawnNode>,
  {
    id = 'line',
    channels = ['voice'] as ('voice' | 'sms')[],
    universal = {},
  }: { id?: string; channels?: ('voice' | 'sms')[]; universal?: Drawing['universal'] } = {},
): Drawing {
  return Drawing.parse({ id, name: 'Clinic line', channels, locales: ['en-US'], start: 'start', variables: [], universal, nodes })
}

/** Start, a menu of two, and two endings. */
export const clinicMenu = (channel: 'voice' | 'sms'): Drawing =>
  flow(
    {
      start: node('start', { by: [channel === 'voice' ? 'call' : 'message'] }, { [channel === 'voice' ? 'call' : 'message']: 'main' }),
      main: node(
        'menu',
        {
          prompt: 'main.prompt',
          options: [
            { id: 'refill', label: 'Refill', key: '1', words: {} },
            { id: 'nurse', label: 'Nurse', key: '2', words: {} },
          ],
          listen: 'keys',
          waitSeconds: 5,
          retries: ['main.retry'],
          replyHours: 24,
        },
        { refill: 'thanks', nurse: 'later', no_answer: 'later' },
      ),
      thanks: node('end', { prompt: 'thanks.prompt', outcome: 'refilled' }),
      later: node('end', { prompt: 'later.prompt', outcome: 'asked_nurse' }),
    },
    { channels: [channel] },
  )

export const menuWords = {
  'main.prompt': 'For a refill, press 1. For a nurse, press 2.',
  'main.retry': 'Sorry. Press 1 or 2.',
  'thanks.prompt': 'Your refill is on its way.',
  'later.prompt': 'A nurse will call you.',
}
