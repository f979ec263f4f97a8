import { describe, expect, it } from 'vitest'
import type { FlowLine } from '@/app/rooms/outputs'
import { found, onShelf, shelfOf, shelves } from './flow-filter'

const flow = (given: Partial<FlowLine>): FlowLine => ({
  id: 'main',
  name: 'Main line',
  channels: ['voice'],
  locales: ['en-US'],
  archived: false,
  live: null,
  draft: null,
  review: null,
  numbers: [],
  contactsToday: 0,
  ...given,
})

const main = flow({
  live: { version: 2, hash: 'a', since: '2026-11-17T09:14:00Z' },
  numbers: [{ number: '+12025550140', channel: 'voice' }],
})
const texts = flow({
  id: 'texts',
  name: 'Refill by text',
  channels: ['sms'],
  draft: { revision: 3, editedAt: '2026-11-17T09:14:00Z', editedBy: 'Lin' },
})
const old = flow({ id: 'old', name: 'Old switchboard', archived: true, live: main.live })

describe('the shelves of the list', () => {
  it('put a flow where it stands, and archived ones only in the archive', () => {
    const ids = shelves.map((shelf) => onShelf([main, texts, old], shelf).map(({ id }) => id))
    expect(ids).toEqual([['main', 'texts'], ['main'], [], ['texts'], ['old']])
  })

  it('fall back to all for an unknown name', () => {
    expect([shelfOf('live'), shelfOf('nonsense'), shelfOf(undefined)]).toEqual(['live', 'all', 'all'])
  })
})

describe('the search', () => {
  const names = (words: string, channel = 'any') => found([main, texts], { words, channel }).map(({ id }) => id)

  it('finds every word in name or number, in any order', () => {
    expect(names('TEXT refill')).toEqual(['texts'])
    expect(names('refill nothing')).toEqual([])
  })

  it('finds a number however it is typed', () => {
    expect(names('555-0140')).toEqual(['main'])
  })

  it('keeps to the channel', () => {
    expect([names('', 'voice'), names('', 'sms'), names('')]).toEqual([['main'], ['texts'], ['main', 'texts']])
  })
})
