import { describe, expect, it } from 'vitest'
import { load } from '#engine/load'
import { step } from '#engine/step'
import { compile } from '../../compile'
import { decompile } from '../../decompile'
import type { Drawing } from '../../drawing'
import { stub } from './node'

const at = '2026-03-02T09:00:00.000Z'
const drawing: Drawing = {
  id: 'imported',
  name: 'Imported',
  channels: ['voice'],
  locales: ['en-US'],
  start: 'start',
  variables: [],
  universal: {},
  nodes: {
    start: { type: 'start', label: 'Start', settings: { by: ['call'] }, wires: { call: 'pay' } },
    pay: { type: 'stub', label: 'Pay', settings: stub.example.settings, wires: { success: 'done', hangup: 'done' } },
    done: { type: 'end', label: 'End', settings: { outcome: 'done' }, wires: {} },
  },
}
const started = {
  type: 'session.started',
  at,
  session: 's',
  channel: 'voice',
  from: '+12025550101',
  to: '+12025550199',
  by: 'call',
} as const

describe('a stub', () => {
  it('keeps its JSON and its wires through the chart', () => {
    expect(decompile(compile(drawing))).toEqual(drawing)
  })
  it('ends a call that comes to it and leaves nowhere by itself', () => {
    const arrived = step(load({ chart: compile(drawing), content: {} }), { snapshot: undefined, event: started })
    expect(arrived.after).toEqual(['pay'])
    expect(arrived.verbs).toEqual([{ verb: 'hangup' }])
  })
  it('leaves by the exit somebody names for it, and by no other', () => {
    const flow = load({ chart: compile(drawing), content: {} })
    const { snapshot } = step(flow, { snapshot: undefined, event: started })
    expect(step(flow, { snapshot, event: { type: 'effect.done.pay', at, result: { exit: 'success' } } }).outcome).toBe('done')
    expect(step(flow, { snapshot, event: { type: 'effect.done.other', at, result: { exit: 'success' } } }).handled).toBe(false)
    expect(step(flow, { snapshot, event: { type: 'effect.done.pay', at, result: { exit: 'lost' } } }).handled).toBe(false)
  })
  it('keeps a flow from release', () => {
    expect(stub.check?.(stub.example.settings)).toMatchObject([{ rule: 'stub', level: 'must' }])
  })
})
