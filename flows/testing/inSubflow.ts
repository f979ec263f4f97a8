import { call, type TestCall } from '#engine/testing/TestCall'
import { compile } from '../compile'
import type { JsonObject } from '../json'
import { nodeFlow } from './nodeFlow'

/** A call to a flow whose only work is a subflow, whose only work is one node of the type: `subflow/<type>`. It ends with the port the node left by. */
export function inSubflow(type: string, settings: JsonObject): TestCall {
  const inner = nodeFlow({ type, settings })
  const outcomes = Object.values(inner.flow.nodes).flatMap(({ type: end, label }) => (end === 'end' ? [{ id: label, outcome: label }] : []))
  const outer = nodeFlow({ type: 'subflow', settings: { release: 'pinned', outcomes }, channels: ['voice', 'sms'] })
  return call(outer.flow, outer.content, { subflows: { pinned: { chart: compile(inner.flow), content: inner.content } } })
}
