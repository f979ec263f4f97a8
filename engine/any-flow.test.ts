import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '#flows/compile'
import type { FlowEvent } from '#flows/events'
import { drafts } from '#flows/testing/drawings'
import { ChartFault, load } from './load'
import { step } from './step'

const at = '2026-03-02T15:00:00Z'

describe('any flow that can be drawn', () => {
  it('is loaded, with every act, guard and storing act known', () => {
    fc.assert(
      fc.property(drafts, ({ drawing, content }) => {
        const loaded = load({ chart: compile(drawing), content })
        expect([...loaded.nodes.keys()].sort()).toEqual(Object.keys(drawing.nodes).sort())
      }),
    )
  })

  it('answers its first event with JSON, or says why it cannot', () => {
    let answered = 0
    fc.assert(
      fc.property(drafts, ({ drawing, content }) => {
        const loaded = load({ chart: compile(drawing), content })
        const voice = drawing.channels[0] === 'voice'
        const event: FlowEvent = {
          type: 'session.started',
          at,
          session: 's1',
          channel: voice ? 'voice' : 'sms',
          by: voice ? 'call' : 'message',
          from: '+12025550101',
          to: '+12025550199',
        }
        try {
          const first = step(loaded, { snapshot: undefined, event })
          expect(JSON.parse(JSON.stringify(first.snapshot))).toEqual(first.snapshot)
          expect(step(loaded, { snapshot: undefined, event })).toEqual(first)
          answered += 1
        } catch (fault) {
          // An eventless loop can be drawn; the chart check finds it, and here it must be a fault and not a hang.
          expect(fault).toBeInstanceOf(ChartFault)
        }
      }),
    )
    expect(answered).toBeGreaterThan(30)
  })
})
