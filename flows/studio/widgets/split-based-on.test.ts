import { expect, it } from 'vitest'
import { call } from '#engine/testing/TestCall'
import { state } from '../testing/clinic'
import { imported } from '../testing/imported'

/** Whether a text takes the branch, in an imported flow that is nothing but a trigger and this split. */
function takes(body: string, { type, value }: { type: string; value: string }): boolean {
  const conditions = [{ friendly_name: 'can lie', arguments: ['{{trigger.message.Body}}'], type, value }]
  const { draft } = imported({
    initial_state: 'Trigger',
    states: [
      state('Trigger', 'trigger', { ways: [{ event: 'incomingMessage', next: 'choose' }] }),
      state('choose', 'split-based-on', {
        properties: { input: '{{trigger.message.Body}}' },
        ways: [{ event: 'noMatch' }, { event: 'match', conditions }],
      }),
    ],
  })
  const outcome = call(draft.drawing, draft.content).texts(body).ends().step().outcome
  return outcome === 'choose match'
}

it.each([
  [' YES ', 'equal_to', 'yes', true],
  ['Yes.', 'equal_to', 'yes', false],
  ['no', 'not_equal_to', 'yes', true],
  ['I need a Refill now', 'contains', 'refill', true],
  ['nothing', 'does_not_contain', 'refill', true],
  ['Refill it', 'starts_with', 'refill', true],
  ['it', 'does_not_start_with', 'refill', true],
  ['B', 'matches_any_of', 'a, b ,c', true],
  ['ab', 'matches_any_of', 'a, b', false],
  ['d', 'does_not_match_any_of', 'a,b', true],
  ['AB12', 'regex', '[a-z]+\\d+', true],
  ['x AB12', 'regex', '[a-z]+\\d+', false],
  ['  ', 'is_blank', '', true],
  ['x', 'is_not_blank', '', true],
  [' 9 ', 'less_than', '10', true],
  ['nine', 'less_than', '10', false],
  ['10', 'greater_than', '9', true],
  ['08:59', 'is_before_time', '09:00', true],
  ['09:01', 'is_after_time', '09:00', true],
  ['2026-03-01', 'is_before_date', '2026-03-02', true],
  ['2026-03-03', 'is_after_date', '2026-03-02', true],
] as const)('"%s" %s "%s": %s', (body, type, value, expected) => expect(takes(body, { type, value })).toBe(expected))

it('compares with a value that is a template', () => {
  expect(takes('+12025550101', { type: 'equal_to', value: '{{contact.channel.address}}' })).toBe(true)
})
