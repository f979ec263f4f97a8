import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import type { JsonObject } from '../../json'
import { expectSound } from '../../testing/expectNode'
import { nodeFlow } from '../../testing/nodeFlow'
import { SplitSettings, split } from './node'

const row = (id: string, subject: string, operator: string, value = '') => ({ id, label: id, all: [{ subject, operator, value }] })
const decided = (settings: JsonObject, variables: JsonObject = {}, at?: string) => {
  const { flow, content } = nodeFlow({ type: 'split', settings, variables })
  return call(flow, content, at ? { at } : {}).dials()
}

test('the value may be a template as well', () => {
  decided({ rows: [row('same', '{{ one }}', 'equal_to', '{{ other }}')] }, { one: 'A', other: 'a' }).ends('same')
})

test('a variable that was never set is empty', () => {
  decided({ rows: [row('none', '{{ missing.deep }}', 'is_blank')] }).ends('none')
})

test('now is read in the zone of the table', () => {
  const table = (zone: string) => ({ rows: [row('morning', 'now', 'is_before_time', '12:00')], zone })
  decided(table('America/New_York'), {}, '2026-03-02T15:00:00Z').ends('morning')
  decided(table('UTC'), {}, '2026-03-02T15:00:00Z').ends('otherwise')
})

test('a table without rows goes on', () => {
  decided({ rows: [] }).ends('otherwise')
})

test('leaves by its rows and otherwise', () => {
  expectSound(split, { rows: [row('a', 'x', 'is_blank'), row('b', 'x', 'is_not_blank')] })
})

test('a broken pattern and a row that stands twice are found', () => {
  const found = split.check?.(SplitSettings.parse({ rows: [row('a', 'x', 'regex', '('), row('a', 'x', 'regex', '{{ pattern }}')] }))
  expect(found?.map(({ rule, port }) => [rule, port])).toEqual([
    ['split-row-twice', 'a'],
    ['split-pattern', 'a'],
  ])
})

test('a zone that does not exist is refused', () => {
  expect(SplitSettings.safeParse({ rows: [], zone: 'Mars/Base' }).error?.issues[0]?.message).toBe(
    'A time zone looks like America/New_York.',
  )
})
