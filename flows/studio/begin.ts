import type { StudioFlow, StudioState } from './definition'
import type { StudioFinding } from './findings'

/**
 * Every flow needs a trigger to begin with, and every widget a name of its own. Fragments and hand-written files get what
 * they lack, and each addition is a finding.
 */
export function withBeginning(flow: StudioFlow, { fragment }: { fragment: boolean }): { flow: StudioFlow; findings: StudioFinding[] } {
  const findings: StudioFinding[] = []
  const states = named(flow.states, findings)
  const triggers = states.filter(({ type }) => type === 'trigger')
  const first = states[0]
  if (triggers.length > 0 || first === undefined) return { flow: { ...flow, states }, findings }
  const target = states.find(({ name }) => name === flow.initial_state) ?? first
  findings.push({ code: fragment ? 'fragment' : 'trigger-missing', pointer: '/states', quoted: target.name })
  const events = /^(?:send-|start-conversation)/.test(target.type) ? ['incomingMessage'] : ['incomingCall']
  const trigger: StudioState = {
    name: freeName('Trigger', states),
    type: 'trigger',
    properties: {},
    transitions: events.map((event) => ({ event, next: target.name })),
  }
  // At the end, so that pointers to the widgets of the file stay right.
  return { flow: { ...flow, states: [...states, trigger], initial_state: trigger.name }, findings }
}

function named(states: readonly StudioState[], findings: StudioFinding[]): StudioState[] {
  const seen = new Set<string>()
  return states.map((state, index) => {
    const name = state.name === '' ? freeName(`widget_${index + 1}`, states) : state.name
    const free = seen.has(name) ? freeName(name, [...states, ...[...seen].map((taken) => ({ name: taken }))]) : name
    if (seen.has(name)) findings.push({ code: 'name-twice', widget: free, pointer: `/states/${index}/name`, quoted: name })
    else if (state.name === '')
      findings.push({ code: 'not-as-studio-writes', widget: name, pointer: `/states/${index}/name`, quoted: 'a widget without a name' })
    seen.add(free)
    return free === state.name ? state : { ...state, name: free }
  })
}

function freeName(wish: string, states: readonly { name: string }[]): string {
  const taken = new Set(states.map(({ name }) => name))
  let free = wish
  for (let count = 2; taken.has(free); count++) free = `${wish}_${count}`
  return free
}
