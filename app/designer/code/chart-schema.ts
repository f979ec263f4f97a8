import { z } from 'zod'
import { Chart, StateJson } from '#flows/chart'
import { JsonObject } from '#flows/json'
import type { AnyNodeType } from '#flows/node'
import { nodeTypes } from '#flows/nodes/index'

/**
 * The JSON Schema of a chart for the editor: the chart's own, with each node's settings described by its type.
 * Derived from the registry, so a new node type is known here at once.
 */
export function chartSchema(): JsonObject {
  const chart = asJson(z.toJSONSchema(Chart, { io: 'input', unrepresentable: 'any', reused: 'inline' }))
  const state = asJson(z.toJSONSchema(StateJson, { io: 'input', unrepresentable: 'any' }))
  const types = Object.values<AnyNodeType>(nodeTypes).map(({ type, settings, words }) => ({
    if: { properties: { node: { const: type } }, required: ['node'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        settings: asJson(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })),
        label: { type: 'string', description: words.en.summary },
      },
    },
  }))
  const meta = {
    type: 'object',
    properties: { node: { enum: Object.keys(nodeTypes) }, label: { type: 'string' }, settings: { type: 'object' } },
    required: ['node', 'label', 'settings'],
    allOf: types,
  }
  const flow = { $ref: '#/$defs/state', properties: { states: { type: 'object', additionalProperties: { properties: { meta } } } } }
  const { states: _states, ...properties } = objectAt(chart, 'properties')
  return {
    ...chart,
    properties: { ...properties, states: { type: 'object', properties: { flow }, required: ['flow'] } },
    $defs: { ...objectAt(chart, '$defs'), state: rooted(state), ...objectAt(state, '$defs') },
  }
}

const asJson = (schema: unknown): JsonObject => JsonObject.parse(JSON.parse(JSON.stringify(schema)))
const objectAt = (value: JsonObject, key: string): JsonObject => JsonObject.safeParse(value[key]).data ?? {}

/** The schema of a state refers to itself as the root; inside the chart's schema the root is another. */
function rooted(state: JsonObject): JsonObject {
  const { $schema: _schema, $defs: _defs, ...body } = state
  return JsonObject.parse(JSON.parse(JSON.stringify(body).replaceAll('"$ref":"#"', '"$ref":"#/$defs/state"')))
}
