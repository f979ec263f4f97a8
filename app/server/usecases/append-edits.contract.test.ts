import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dialects } from '#drizzle/testing/stores'
import type { EditInput } from '#flows/edits/edit'
import { type Caller, type House, openHouse } from '../testing/house'

describe.each(dialects)('two people on one draft on %s', (dialect) => {
  let house: House
  let flow: string
  let olivia: Caller
  let marcus: Caller
  beforeEach(async () => {
    house = await openHouse({ dialect })
    olivia = house.as('operator')
    marcus = house.asPerson({ ...house.person('compliance'), roles: ['operator'] })
    flow = (await olivia.flows.create({ name: 'Two at once', channels: ['voice'], locales: ['en-US'] })).id
    await olivia.drafts.edit({
      flow,
      base: 1,
      id: 'request-say',
      edits: [{ kind: 'addNode', type: 'say', id: 'hello', position: { x: 0, y: 120 } }],
    })
  })
  afterEach(() => house.close())

  const words = (text: string): EditInput => ({ kind: 'setWords', key: 'hello.words', locale: 'en-US', words: { text } })
  const label = (text: string): EditInput => ({ kind: 'renameNode', id: 'hello', label: text })
  const edit = (who: Caller, id: string, edits: EditInput[], base = 2) => who.drafts.edit({ flow, base, id, edits })

  test('keeps both edits when they mean different things', async () => {
    expect(await edit(olivia, 'request-1', [words('Good day.')])).toMatchObject({ ok: true, revision: 3, rebased: false })
    const second = await edit(marcus, 'request-2', [label('Greeting')])
    expect(second).toMatchObject({ ok: true, revision: 4, rebased: true })
    expect(second.since.map(({ revision }) => revision)).toEqual([3])
    const { draft, revision } = await olivia.drafts.load({ flow })
    expect(revision).toBe(4)
    expect(draft.drawing.nodes.hello?.label).toBe('Greeting')
    expect(draft.content['hello.words']?.['en-US']?.text).toBe('Good day.')
  })

  test('shows an edit that disagrees to its author, and appends nothing of that request', async () => {
    await edit(olivia, 'request-1', [words('Good day.')])
    const second = await edit(marcus, 'request-2', [label('Greeting'), words('Hello.')])
    expect(second).toMatchObject({
      ok: false,
      revision: 3,
      conflicts: [{ index: 1, reason: 'changed-by-someone-else', with: { revision: 3 } }],
    })
    expect((await olivia.drafts.load({ flow })).draft.drawing.nodes.hello?.label).not.toBe('Greeting')
    expect(await edit(marcus, 'request-2', [label('Greeting'), words('Hello.')], 3)).toMatchObject({ ok: true, revision: 5 })
  })

  test('appends a request once, however often it comes', async () => {
    const first = await edit(olivia, 'request-1', [words('Good day.'), label('Greeting')])
    await edit(marcus, 'request-2', [{ kind: 'moveNodes', positions: { hello: { x: 5, y: 5 } } }], 4)
    expect(await edit(olivia, 'request-1', [words('Good day.'), label('Greeting')])).toEqual(first)
    expect((await olivia.drafts.since({ flow, revision: 0 })).revision).toBe(5)
  })

  test('takes every one of many edits made at the same moment', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `box${index}`)
    const answers = await Promise.all(
      ids.map((id, index) =>
        edit(index % 2 ? olivia : marcus, `request-${id}`, [{ kind: 'addNode', type: 'say', id, position: { x: index, y: 0 } }]),
      ),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(new Set(answers.map(({ revision }) => revision)).size).toBe(12)
    const { draft } = await olivia.drafts.load({ flow })
    expect(Object.keys(draft.drawing.nodes)).toEqual(expect.arrayContaining(ids))
  })

  test('tells who did what, newest first', async () => {
    await edit(olivia, 'request-1', [words('Good day.')])
    const { items, cursor } = await marcus.drafts.history({ flow })
    expect(items.map(({ revision, name, edit: { kind } }) => [revision, name, kind])).toEqual([
      [3, 'Olivia Park', 'setWords'],
      [2, 'Olivia Park', 'addNode'],
      [1, 'Olivia Park', 'replaceDraft'],
    ])
    expect(cursor).toBeNull()
  })
})
