import { z } from 'zod'
import { frameOf } from '../../context'
import { VariableName } from '../../ids'
import type { Json } from '../../json'
import { defineNode } from '../../node'
import { typedValue } from './typedValue'
import { words } from './words'

const Assignment = z.strictObject({
  variable: VariableName.meta({ input: 'variable' }),
  value: z.string().max(16_384).meta({ input: 'template' }),
  as: z.enum(['text', 'number', 'boolean', 'json']).default('text').meta({ input: 'choice' }),
})

/** Puts values into variables, one after the other, so that a later value may use an earlier one. */
export const set = defineNode({
  type: 'set',
  family: 'system',
  icon: 'variable',
  settings: z.strictObject({ assignments: z.array(Assignment).max(50).meta({ input: 'list' }) }),
  example: { settings: { assignments: [{ variable: 'reason', value: 'refill', as: 'text' }] }, words: {} },
  words,
  channels: ['voice', 'sms'],
  ports: () => [{ id: 'next', kind: 'then' }],
  prompts: () => [],
  sets: ({ assignments }) => assignments.map(({ variable }) => variable),
  templates: ({ assignments }) => assignments.map(({ value }, index) => ({ template: value, field: `assignments.${index}.value` })),
  compile: ({ settings, to, act }) => ({
    entry: settings.assignments.map((_, index) => act('set.assign', { index })),
    always: [to('next')],
  }),
  acts: {},
  keeps: {
    // What earlier visits set stays in the result beside what this one sets, as Studio has it.
    'set.assign': ({ settings, frame, node, text }, { index }) => {
      const assignment = settings.assignments[Number(index)]
      if (!assignment) return {}
      const vars: Record<string, Json> = { [assignment.variable]: typedValue(text(assignment.value), assignment.as) }
      return { vars, result: { ...frame.results[frameOf(node).node], ...vars } }
    },
  },
  rehearse: () => [],
})
