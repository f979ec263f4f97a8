import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Draft } from '../edits/draft'
import { arrange, depthsFrom, offsetOf } from './arrange'
import { withBeginning } from './begin'
import { type CarriedNode, carryOver } from './carry-over'
import { withRightNames } from './near-miss'
import { FlowReading } from './reading'
import { type Recognised, recognise } from './recognise'
import type { Reference } from './references'
import type { StudioReport } from './report'
import type { Problem } from './source'
import { summed } from './summary'
import { survey } from './survey'
import { WidgetReading } from './widget-reading'
import { channelsOf } from './widgets/trigger'
import { wire } from './wiring'

export type StudioImport = { ok: true; draft: Draft; references: Reference[]; report: StudioReport } | { ok: false; problems: Problem[] }

/**
 * Turns a Studio flow definition into a draft of ours: every widget a node, every way out a wire or an End that is listed.
 * Never throws for what stands in the text; a text that is no flow is refused with every place.
 */
export function importStudio(text: string, { id, name }: { id: string; name?: string }): StudioImport {
  const recognised = recognise(text)
  if (!recognised.ok) return recognised
  const { whole, carried } = read(recognised)
  const start = whole.trigger ? (whole.nodeNames.known(whole.trigger.name) ?? '') : ''
  const wired = wire(carried)
  const templates = survey(whole)
  noteWhole(whole, { start, wired })
  const { content, variables, references } = whole.gathered
  const known = new Map(carried.flatMap(({ reading }) => withPlace(reading)))
  const draft: Draft = {
    drawing: {
      id,
      name: (name ?? recognised.resource.friendlyName ?? whole.flow.description ?? '').trim().slice(0, 120) || id,
      channels: channelsOf(whole.flow, whole.trigger),
      locales: [whole.locale],
      start,
      variables: [...variables.values()],
      universal: {},
      nodes: wired.nodes,
    },
    content,
    layout: { positions: arrange({ start, nodes: wired.nodes }, { known, ends: wired.ends }), notes: [], colours: {} },
  }
  const report = summed({ text, sha256: bytesToHex(sha256(utf8ToBytes(text))), recognised, whole, carried, wired, start, templates })
  return { ok: true, draft, references: references.list(), report }
}

function read(recognised: Recognised): { whole: FlowReading; carried: CarriedNode[] } {
  const begun = withBeginning(recognised.flow, { fragment: recognised.form === 'fragment' })
  const renamed = withRightNames(begun.flow)
  const whole = new FlowReading(renamed.flow)
  whole.gathered.findings.push(...begun.findings, ...renamed.findings)
  for (const { pointer, quoted } of recognised.deviations) {
    const widget = renamed.flow.states[Number(/^\/states\/(\d+)/.exec(pointer)?.[1])]?.name
    whole.gathered.findings.push({ code: 'not-as-studio-writes', ...(widget !== undefined && { widget }), pointer, quoted })
  }
  if (recognised.form === 'legacy') whole.note('legacy-format', { quoted: recognised.form })
  const carried = renamed.flow.states.map((state, index) => {
    const reading = new WidgetReading(whole, state, { id: whole.nodeNames.of(state.name), index })
    if (reading.at.id !== state.name) reading.note('name-changed', { at: ['name'], quoted: reading.at.id })
    return carryOver(reading)
  })
  return { whole, carried }
}

function withPlace({ state, at }: WidgetReading): [string, { x: number; y: number }][] {
  const offset = offsetOf(state)
  return offset ? [[at.id, offset]] : []
}

/** Findings about the flow as a whole, which can only be seen once everything is joined. */
function noteWhole(whole: FlowReading, { start, wired }: { start: string; wired: ReturnType<typeof wire> }): void {
  const { flow } = whole
  const reached = depthsFrom(start, wired.nodes)
  for (const [index, { name }] of flow.states.entries()) {
    const node = whole.nodeNames.known(name) ?? ''
    if (!reached.has(node)) whole.note('unreachable', { where: { widget: name, node, pointer: `/states/${index}` }, quoted: name })
  }
  if (flow.flags?.allow_concurrent_calls === false) whole.note('concurrent-calls-off', { quoted: 'allow_concurrent_calls: false' })
  const open = wired.exits.filter(({ end }) => end !== null).length
  if (open > 0)
    whole.ask('exits-end-the-session', { quoted: String(open), readings: ['end the session', 'wait'], chosen: 'end the session' })
}
