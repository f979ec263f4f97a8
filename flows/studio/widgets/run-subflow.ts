import { Names } from '../names'
import type { Carry } from './carry'

/** Run Subflow → subflow. What the flow inside sets is read as `widgets.<name>.<variable>`, so all of it is returned. */
export const runSubflow: Carry = (reading) => {
  const flow = reading.raw('flow_sid') ?? ''
  const revision = reading.raw('flow_revision') ?? ''
  const where = reading.where('properties', 'flow_revision')
  if (/^Latest/.test(revision))
    reading.whole.ask('subflow-revision', { where, quoted: revision, readings: [revision, 'pinned'], chosen: 'pinned' })
  const inner = new Names('variable')
  return {
    type: 'subflow',
    settings: {
      flow: reading.refer('flow', { was: flow, wish: flow || reading.name, at: ['properties', 'flow_sid'] }),
      name: reading.name.slice(0, 120),
      inputs: reading
        .pairs('parameters')
        .map(({ key, value, path }) => ({ variable: inner.of(key), value: reading.template(value, path) })),
      outcomes: [{ id: 'failed', outcome: 'failed' }],
      returnAll: true,
    },
    follows: { otherwise: 'completed', failed: 'failed' },
  }
}
