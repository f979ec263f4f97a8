import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../testing/house'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

/** A text that is answered by asking another system: one reference to a function. */
const studio = JSON.stringify({
  description: 'Ask and look up',
  initial_state: 'Trigger',
  flags: { allow_concurrent_calls: true },
  states: [
    {
      name: 'Trigger',
      type: 'trigger',
      transitions: [{ event: 'incomingCall', next: 'look_up' }, { event: 'incomingMessage' }],
      properties: { offset: { x: 0, y: 0 } },
    },
    {
      name: 'look_up',
      type: 'run-function',
      transitions: [{ event: 'success', next: 'say_it' }, { event: 'fail' }],
      properties: {
        offset: { x: 0, y: 200 },
        service_sid: 'ZS0',
        function_sid: 'ZH0',
        environment_sid: 'ZE0',
        url: 'https://example-1234.twil.io/look-up',
        parameters: [],
      },
    },
    {
      name: 'say_it',
      type: 'say-play',
      transitions: [{ event: 'audioComplete' }],
      properties: { offset: { x: 0, y: 400 }, say: 'Thank you.', loop: 1, voice: 'alice', language: 'en-US' },
    },
  ],
})

describe('importing a Studio flow', () => {
  test('says what would become of it and keeps nothing', async () => {
    const before = await house.as('operator').flows.list()
    const preview = await house.as('operator').imports.preview({ text: studio })
    expect(preview).toMatchObject({ ok: true, report: { counts: { states: 3 } } })
    expect(JSON.stringify(preview)).not.toContain('initial_state')
    expect(await house.as('operator').flows.list()).toEqual(before)
  })

  test('refuses what is no flow, with every problem and its place, and keeps nothing of it', async () => {
    const before = await house.as('operator').flows.list()
    expect(await house.as('operator').imports.preview({ text: '{ "states": ' })).toMatchObject({
      ok: false,
      problems: [{ line: 1, column: expect.any(Number) }],
    })
    await expect(house.as('operator').imports.create({ text: '{ "states": ', name: 'Broken' })).rejects.toMatchObject({
      message: 'import_failed',
      values: { count: 1 },
    })
    expect(await house.as('operator').flows.list()).toEqual(before)
  })

  test('blocks release, not import, until every reference is mapped', async () => {
    const operator = house.as('operator')
    const { flow } = await operator.imports.create({ text: studio, name: 'Look up' })
    const shown = await operator.imports.get({ flow })
    const open = shown?.references.filter((reference) => reference.open) ?? []
    expect(open.length).toBeGreaterThan(0)
    const blocked = (await operator.drafts.check({ flow })).filter(({ rule }) => rule === 'unmapped-reference')
    expect(blocked.every(({ level }) => level === 'must')).toBe(true)
    expect(blocked.length).toBeGreaterThan(0)
    const values = open.map(({ kind, name }) => ({ kind, name, value: 'https://functions.example.org/look-up' }))
    expect(await operator.imports.map({ flow, environment: 'default', values })).toEqual({ unmapped: 0 })
    expect((await operator.drafts.check({ flow })).filter(({ rule }) => rule === 'unmapped-reference')).toEqual([])
    const after = await operator.imports.get({ flow })
    expect(after?.references.every(({ open: still, value }) => !still && value !== null)).toBe(true)
    expect((await operator.drafts.history({ flow })).items[0]?.edit.kind).toBe('setSettings')
  })

  test('puts in what this installation knows already', async () => {
    const operator = house.as('operator')
    const first = await operator.imports.create({ text: studio, name: 'Look up' })
    const references = (await operator.imports.get({ flow: first.flow }))?.references ?? []
    await operator.imports.map({
      flow: first.flow,
      environment: 'default',
      values: references.map(({ kind, name }) => ({ kind, name, value: 'https://functions.example.org/x' })),
    })
    const second = await operator.imports.create({ text: studio, name: 'Look up again' })
    expect((await operator.imports.get({ flow: second.flow }))?.references.some(({ open }) => open)).toBe(false)
  })

  test('says of a flow that was drawn here that it was not imported', async () => {
    expect(await house.as('operator').imports.get({ flow: 'clinic' })).toBeNull()
  })
})
