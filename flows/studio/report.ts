import { z } from 'zod'
import { Grade, StudioFinding } from './findings'
import { Reference } from './references'

export const studioForms = ['definition', 'resource', 'legacy', 'fragment'] as const

/** A way out that leads nowhere in the file. `end` is the End node it leads to here, or null for an entry the flow does not offer. */
export const ListedExit = z.strictObject({
  widget: z.string(),
  node: z.string(),
  event: z.string(),
  end: z.string().nullable(),
  pointer: z.string(),
})
export type ListedExit = z.infer<typeof ListedExit>

export const WidgetReport = z.strictObject({
  widget: z.string(),
  type: z.string(),
  node: z.string(),
  nodeType: z.string(),
  grade: Grade,
  pointer: z.string(),
})
export type WidgetReport = z.infer<typeof WidgetReport>

/** A finding that needs a person's decision, and what is done until then. */
export const Question = z.strictObject({ finding: z.number().int(), readings: z.array(z.string()), chosen: z.string() })
export type Question = z.infer<typeof Question>

const count = z.number().int().min(0)

// PERSISTED SHAPE
/** What became of an imported Studio flow, kept with the import. Holds the file itself, so that nothing of it is lost. */
export const StudioReport = z.strictObject({
  format: z.literal('callwright.studio-report/1'),
  source: z.strictObject({
    form: z.enum(studioForms),
    /** True when values such as `${…}` still stand in the file. */
    template: z.boolean(),
    /** SHA-256 (hex) of the text as UTF-8. */
    sha256: z.string(),
    text: z.string(),
    description: z.string().optional(),
    sid: z.string().optional(),
    friendlyName: z.string().optional(),
    revision: z.string().optional(),
    status: z.string().optional(),
  }),
  counts: z.strictObject({
    states: count,
    transitions: count,
    connected: count,
    unconnected: count,
    branches: count,
    prompts: count,
    languages: count,
    references: count,
    templates: z.strictObject({ path: count, filters: count, liquid: count, unresolved: count }),
    grades: z.record(Grade, count),
  }),
  /** The worst grade of a widget that can be reached. */
  grade: Grade,
  widgets: z.array(WidgetReport),
  findings: z.array(StudioFinding),
  exits: z.array(ListedExit),
  questions: z.array(Question),
  references: z.array(Reference),
})
export type StudioReport = z.infer<typeof StudioReport>
