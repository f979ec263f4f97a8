import { load } from '#engine/load'
import { type Step, step } from '#engine/step'
import { compile } from '../compile'
import type { Content } from '../content'
import type { Drawing } from '../drawing'
import type { FlowEvent } from '../events'
import type { Json, JsonObject } from '../json'
import type { RehearsalEvent } from '../node'
import { nodeTypeOf } from '../nodes/index'
import { variableOf } from './nodeFlow'

interface Stand {
  /** Laid over the settings of the type's example; `without` takes some of those away. */
  settings?: JsonObject
  without?: readonly string[]
  words?: Record<string, string>
  channel?: 'voice' | 'sms'
  from?: string
  fields?: Record<string, string>
  /** Where a way out leads when not to its own `to_<port>`: `it` for a loop. */
  wires?: Record<string, string>
  /** Variables the flow declares, with their first values. */
  variables?: Record<string, Json>
}

/** A session that stands in the node `it` of a flow start → it; every way out of `it` leads to a node called `to_<port>`. */
export interface OneNode {
  /** What the last event caused. */
  readonly last: Step
  send(event: RehearsalEvent): Step
  /** Fires the only running timer. */
  timeUp(): Step
  /** The way out by which the node was left, or undefined while it is not. */
  readonly left: string | undefined
  /** What the node keeps, and a variable's value. */
  readonly result: JsonObject
  variable(name: string): Json | undefined
}

const at = '2026-03-02T15:00:00.000Z'

/** Stands a session in one node of the type, with the type's example where nothing else is said. */
export function oneNode(type: string, stand: Stand = {}): OneNode {
  const { channel = 'voice', from = '+12025550101', variables = {}, fields } = stand
  const flow = load({ chart: compile(drawingOf(type, { ...stand, variables })), content: contentOf(type, stand.words ?? {}) })
  let last = step(flow, {
    snapshot: undefined,
    event: {
      type: 'session.started',
      at,
      session: 's1',
      channel,
      from,
      to: '+12025550199',
      by: channel === 'voice' ? 'call' : 'message',
      ...(fields && { fields }),
    },
  })
  const context = () => last.snapshot.context as { frames: { '': { vars: JsonObject; results: Record<string, JsonObject> } } }
  let running = new Map(last.start.map((timer) => [timer.id, timer.event]))
  const send = (event: RehearsalEvent): Step => {
    last = step(flow, { snapshot: last.snapshot, event: { ...event, at } as FlowEvent })
    running = new Map([...running].filter(([id]) => !last.stop.includes(id)))
    for (const timer of last.start) running.set(timer.id, timer.event)
    return last
  }
  return {
    get last() {
      return last
    },
    send,
    timeUp() {
      const [timer, another] = [...running.values()]
      if (!timer || another) throw new Error(`Expected one running timer, found ${running.size}.`)
      return send({ type: timer as `xstate.after.${string}` })
    },
    get left() {
      return last.after.find((node) => node.startsWith('to_'))?.slice(3)
    },
    get result() {
      return context().frames[''].results.it ?? {}
    },
    variable: (name) => context().frames[''].vars[name],
  }
}

function drawingOf(type: string, { settings = {}, without = [], variables = {}, wires = {} }: Stand): Drawing {
  const node = nodeTypeOf(type)
  const example = Object.entries<Json>(node.example.settings).filter(([field]) => !without.includes(field))
  const given = { ...Object.fromEntries(example), ...settings }
  const ports = node.ports(node.settings.parse(given)).map(({ id }) => id)
  // A start of no use: it waits for ever, so that the session is seen to stand where the port led.
  const stop = { type: 'start', label: 'stop', settings: { by: ['request'] }, wires: {} }
  return {
    id: 'one',
    name: 'One node',
    channels: ['voice', 'sms'],
    locales: ['en-US', 'es-US'],
    start: 'begin',
    variables: Object.entries(variables).map(variableOf),
    universal: {},
    nodes: {
      begin: { type: 'start', label: 'begin', settings: { by: ['call', 'message'] }, wires: { call: 'it', message: 'it' } },
      it: { type, label: 'it', settings: given, wires: { ...Object.fromEntries(ports.map((port) => [port, `to_${port}`])), ...wires } },
      ...Object.fromEntries(ports.map((port) => [`to_${port}`, stop])),
    },
  }
}

const contentOf = (type: string, words: Record<string, string>): Content =>
  Object.fromEntries(Object.entries({ ...nodeTypeOf(type).example.words, ...words }).map(([key, text]) => [key, { 'en-US': { text } }]))
