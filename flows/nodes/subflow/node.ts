import { z } from 'zod'
import { PortId, VariableName } from '../../ids'
import type { Json, JsonObject } from '../../json'
import { defineNode, type Finding, type Turn } from '../../node'
import { pinnedRelease } from './pinned'
import { words } from './words'

const Input = z.strictObject({
  /** A variable of the flow inside. */
  variable: VariableName.meta({ input: 'text' }),
  value: z.string().max(16_384).meta({ input: 'template' }),
})
const Output = z.strictObject({
  /** A variable of this flow, and the variable of the flow inside that it takes its value from. */
  variable: VariableName.meta({ input: 'variable' }),
  from: VariableName.meta({ input: 'text' }),
})
const Outcome = z.strictObject({ id: PortId.meta({ input: 'hidden' }), outcome: z.string().min(1).max(60).meta({ input: 'text' }) })

export const SubflowSettings = z.strictObject({
  /** The pinned release's hash; empty until one is chosen, and then nothing inside is played. */
  release: z.string().max(200).default('').meta({ input: 'release' }),
  flow: z.string().max(200).default('').meta({ input: 'hidden' }),
  name: z.string().max(120).default('').meta({ input: 'hidden' }),
  inputs: z.array(Input).max(50).default([]).meta({ input: 'list' }),
  outputs: z.array(Output).max(50).default([]).meta({ input: 'list' }),
  outcomes: z.array(Outcome).max(20).default([]).meta({ input: 'list' }),
  /** Every variable of the flow inside stands in the result, as imported flows expect it. */
  returnAll: z.boolean().default(false).meta({ input: 'switch' }),
})
export type SubflowSettings = z.infer<typeof SubflowSettings>

/**
 * Plays another flow at the release it pins and goes on by the outcome that flow ended with. Variables are handed over and
 * back by name and are otherwise apart. The linking engine puts the other flow in the place of this state.
 */
export const subflow = defineNode({
  type: 'subflow',
  family: 'structure',
  icon: 'layers',
  settings: SubflowSettings,
  example: {
    settings: SubflowSettings.parse({
      outcomes: [{ id: 'booked', outcome: 'booked' }],
      inputs: [{ variable: 'patient', value: '{{ patient }}' }],
      outputs: [{ variable: 'visit', from: 'visit' }],
    }),
    words: {},
  },
  words,
  channels: ['voice', 'sms'],
  ports: ({ outcomes }) => [
    ...outcomes.map(({ id, outcome }) => ({ id, label: outcome, kind: 'choice' as const })),
    { id: 'otherwise', kind: 'failure' as const },
  ],
  prompts: () => [],
  sets: ({ outputs }) => outputs.map(({ variable }) => variable),
  templates: ({ inputs }) => inputs.map(({ value }, index) => ({ template: value, field: `inputs.${index}.value` })),
  compile: ({ settings, to, act }) => {
    const leave = [act('subflow.leave')]
    return {
      entry: [act('subflow.enter')],
      onDone: [
        ...settings.outcomes.map(({ id }) => ({ guard: act('subflow.ended', { outcome: id }), actions: leave, ...to(id) })),
        { actions: leave, ...to('otherwise') },
      ],
      // A draft can be rehearsed before a release is chosen; the check keeps it from being released.
      ...(pinnedRelease(settings) === undefined && { always: [to('otherwise')] }),
    }
  },
  acts: {},
  guards: {
    'subflow.ended': ({ settings, outcome }, { outcome: id }) =>
      outcome !== null && settings.outcomes.find((way) => way.id === id)?.outcome === outcome,
  },
  keeps: {
    'subflow.enter': (turn) => ({
      outcome: null,
      inner: Object.fromEntries(turn.settings.inputs.map(({ variable, value }) => [variable, handedOver(turn, value)])),
    }),
    'subflow.leave': ({ settings, inner, outcome }) => {
      const vars = Object.fromEntries(
        settings.outputs.map(({ variable, from }) => [
          variable,
          inner && Object.hasOwn(inner.vars, from) ? (inner.vars[from] ?? null) : null,
        ]),
      )
      const result: JsonObject = { ...(settings.returnAll && inner?.vars), ...vars, outcome: outcome ?? '' }
      return { vars, result, outcome: null }
    },
  },
  check: (settings) => findings(settings),
  rehearse: () => [],
})

/** One variable alone is handed over as it is, so that a number stays a number; anything around it makes text. */
function handedOver({ text, value }: Turn<SubflowSettings>, template: string): Json {
  const path = /^\s*\{\{\s*([A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)\s*\}\}\s*$/.exec(template)?.[1]
  return path === undefined ? text(template) : (value(path) ?? '')
}

function findings({ release, outcomes }: SubflowSettings): Finding[] {
  const names = outcomes.map(({ outcome }) => outcome)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return [
    ...(pinnedRelease({ release }) === undefined ? [{ rule: 'subflow-not-pinned', level: 'must' as const, field: 'release' }] : []),
    ...twice.map((outcome) => ({ rule: 'subflow-outcome-twice', level: 'must' as const, field: 'outcomes', values: { outcome } })),
  ]
}
