import { expect, test } from 'vitest'
import { compares, matchesPattern, type Operator, operators, patternProblem } from './compare'

const facts = { tolerant: false, zone: 'America/New_York', at: '2026-03-02T14:30:00Z' }
type Row = [subject: string, operator: Operator, value: string, holds: boolean]

const table: Row[] = [
  [' Yes ', 'equal_to', 'yes', true],
  ['Yes.', 'equal_to', 'yes', false],
  ['', 'equal_to', '', true],
  ['no', 'not_equal_to', 'yes', true],
  ['YES', 'not_equal_to', 'yes', false],
  ['I need a Refill', 'contains', 'refill', true],
  ['anything', 'contains', '', false],
  ['anything', 'does_not_contain', 'x', true],
  ['anything', 'does_not_contain', 'any', false],
  ['Nurse line', 'starts_with', 'nurse', true],
  ['The nurse', 'starts_with', 'nurse', false],
  ['anything', 'starts_with', '', false],
  ['The nurse', 'does_not_start_with', 'nurse', true],
  ['Nurse', 'does_not_start_with', 'nurse', false],
  ['two', 'matches_any_of', 'one, Two ,three', true],
  ['four', 'matches_any_of', 'one,two', false],
  ['', 'matches_any_of', 'one,,two', false],
  ['four', 'does_not_match_any_of', 'one,two', true],
  ['two', 'does_not_match_any_of', 'one, two', false],
  ['AB12', 'regex', '[a-z]{2}\\d+', true],
  ['xAB12', 'regex', '[a-z]{2}\\d+', false],
  ['anything', 'regex', '(', false],
  ['  ', 'is_blank', '', true],
  ['x', 'is_blank', '', false],
  ['x', 'is_not_blank', '', true],
  ['', 'is_not_blank', '', false],
  ['9', 'less_than', '10', true],
  ['10', 'less_than', '9', false],
  ['nine', 'less_than', '10', false],
  ['', 'less_than', '10', false],
  [' 10.5 ', 'greater_than', '9', true],
  ['1e3', 'greater_than', '9', false],
  ['08:59', 'is_before_time', '09:00', true],
  ['9:00', 'is_before_time', '10:00', false],
  ['now', 'is_before_time', '09:31', true],
  ['2026-03-02T14:30:00Z', 'is_after_time', '09:29', true],
  ['09:30', 'is_after_time', '09:30', false],
  ['2026-03-01', 'is_before_date', '2026-03-02', true],
  ['2026-02-30', 'is_before_date', '2026-03-02', false],
  ['2026-03-02T03:00:00Z', 'is_before_date', '2026-03-02', true],
  ['2026-03-03', 'is_after_date', '2026-03-02', true],
  ['now', 'is_after_date', '2026-03-02', false],
]

test.each(table)('"%s" %s "%s" is %s', (subject, operator, value, holds) => {
  expect(compares({ ...facts, subject, operator, value })).toBe(holds)
})

test('every operator is in the table, holding and not holding', () => {
  for (const operator of operators) {
    const answers = new Set(table.filter(([, used]) => used === operator).map(([, , , holds]) => holds))
    expect([operator, answers.size]).toEqual([operator, 2])
  }
})

test('with tolerance the punctuation of speech recognition does not count', () => {
  const tolerant = { ...facts, tolerant: true }
  expect(compares({ ...tolerant, subject: 'Yes.', operator: 'equal_to', value: 'yes' })).toBe(true)
  expect(compares({ ...tolerant, subject: '是。', operator: 'matches_any_of', value: '是,对' })).toBe(true)
  expect(compares({ ...tolerant, subject: 'No, thanks!', operator: 'starts_with', value: 'no thanks' })).toBe(true)
})

test('a pattern that would run for ever elsewhere answers at once', () => {
  expect(matchesPattern(`${'a'.repeat(50_000)}!`, '(a+)+$')).toBe(false)
})

test('a broken pattern has a problem in words', () => {
  expect(patternProblem('(')).toMatch(/missing closing/)
  expect(patternProblem('\\d+')).toBeUndefined()
})
