import { depthsFrom } from './arrange'
import type { CarriedNode } from './carry-over'
import { type Grade, gradeOf, grades, worstOf } from './findings'
import type { FlowReading } from './reading'
import type { Recognised } from './recognise'
import type { StudioReport, WidgetReport } from './report'
import type { TemplateCounts } from './survey'
import type { Wired } from './wiring'

interface Imported {
  text: string
  sha256: string
  recognised: Recognised
  whole: FlowReading
  carried: readonly CarriedNode[]
  wired: Wired
  start: string
  templates: TemplateCounts
}

/** The report of an import: every widget with its grade, every finding, every exit, and how much there was of everything. */
export function summed({ text, sha256, recognised, whole, carried, wired, start, templates }: Imported): StudioReport {
  const { findings, questions, references } = whole.gathered
  const widgets = carried.map((one) => gradedOf(one, findings))
  const reached = depthsFrom(start, wired.nodes)
  const { description } = whole.flow
  return {
    format: 'callwright.studio-report/1',
    source: {
      form: recognised.form,
      template: recognised.template,
      sha256,
      text,
      ...(description !== undefined && { description }),
      ...recognised.resource,
    },
    counts: { ...countsOf({ whole, wired, widgets }), templates },
    // Ends and questions about the flow as a whole do not make a widget worse than it is.
    grade: worstOf(widgets.filter(({ node }) => reached.has(node)).map(({ grade }) => grade)),
    widgets,
    findings,
    exits: wired.exits,
    questions,
    references: references.list(),
  }
}

function gradedOf({ reading, node }: CarriedNode, findings: StudioReport['findings']): WidgetReport {
  const { state, at } = reading
  const own = findings.filter(({ widget }) => widget === state.name).map(gradeOf)
  return {
    widget: state.name,
    type: state.type,
    node: at.id,
    nodeType: node.type,
    grade: worstOf(node.type === 'stub' ? [...own, 'E'] : own),
    pointer: `/states/${at.index}`,
  }
}

function countsOf({
  whole,
  wired,
  widgets,
}: {
  whole: FlowReading
  wired: Wired
  widgets: readonly WidgetReport[]
}): Omit<StudioReport['counts'], 'templates'> {
  const { flow, gathered } = whole
  const transitions = flow.states.flatMap((state) => state.transitions)
  const prompts = Object.values(gathered.content).flatMap((byLocale) => Object.values(byLocale))
  const languages = new Set([whole.locale, ...prompts.flatMap(({ language }) => language ?? [])])
  return {
    states: flow.states.length,
    transitions: transitions.length,
    connected: wired.connected,
    unconnected: transitions.length - wired.connected,
    branches: transitions.filter(({ event }) => event === 'match').length,
    prompts: prompts.length,
    languages: languages.size,
    references: gathered.references.list().length,
    grades: Object.fromEntries(grades.map((grade) => [grade, widgets.filter((widget) => widget.grade === grade).length])) as Record<
      Grade,
      number
    >,
  }
}
