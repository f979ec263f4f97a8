import type { z } from 'zod'
import { Chart } from '../chart'
import { Draft } from '../edits/draft'
import { type Place, pointerStep, readJson } from './read-json'

/** One thing wrong with a text, with its place in the text and in the value. */
export interface SourceProblem extends Place {
  /** JSON pointer; '' is the whole. */
  pointer: string
  problem: string
}

export type CheckedSource<Value> = { ok: true; value: Value } | { ok: false; problems: SourceProblem[] }

/** Reads the JSON text of a chart. Gives the chart, or every problem there is; never throws and never half-reads. */
export function checkSource(text: string): CheckedSource<Chart> {
  return readAs(Chart, text)
}

/** The same for a draft: drawing, words and layout in one file. */
export function checkDraftSource(text: string): CheckedSource<Draft> {
  return readAs(Draft, text)
}

function readAs<Value>(schema: z.ZodType<Value>, text: string): CheckedSource<Value> {
  const read = readJson(text.replace(/^\uFEFF/, ''))
  if (!read.ok) return { ok: false, problems: [{ pointer: '', problem: read.problem, ...read.place }] }
  const parsed = schema.safeParse(read.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues
    .flatMap((issue) => leavesOf(issue))
    .map(({ path, problem }) => {
      const pointer = path.map(pointerStep).join('')
      return { pointer, problem, ...read.placeOf(pointer) }
    })
  return { ok: false, problems: problems.sort((one, other) => one.line - other.line || one.column - other.column) }
}

/** Unknown keys are reported one by one, each at its own place; zod names them together. */
function leavesOf(issue: z.core.$ZodIssue): { path: (string | number)[]; problem: string }[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], problem: `The key "${key}" is not known here.` }))
  return [{ path, problem: issue.message }]
}
