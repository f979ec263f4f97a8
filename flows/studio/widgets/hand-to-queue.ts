import type { WidgetReading } from '../widget-reading'
import type { Carried, Carry } from './carry'

const follows = { completed: 'callComplete', busy: 'failedToEnqueue', no_answer: 'failedToEnqueue', failed: 'callFailure' }

/** Enqueue Call → transfer to a queue. A queue of Twilio's own or a workflow; both are mapped to a queue here. */
export const enqueueCall: Carry = (reading) => {
  const workflow = reading.raw('workflow_sid')
  const queue =
    workflow === undefined
      ? reading.refer('queue', {
          was: reading.raw('queue_name') ?? '',
          wish: reading.raw('queue_name') ?? reading.name,
          at: ['properties', 'queue_name'],
        })
      : reading.refer('workflow', { was: workflow, at: ['properties', 'workflow_sid'] })
  const number = reading.refer('phone', {
    was: '',
    wish: `queue_${reading.name}`,
    at: ['properties', workflow === undefined ? 'queue_name' : 'workflow_sid'],
  })
  reading.leaves('priority', 'timeout', 'wait_url', 'wait_url_method')
  return handed(reading, { queue, number, attributes: reading.text('task_attributes') })
}

/** Send to Flex → transfer to a queue: the workflow becomes the queue, the task channel the number it is reached by. */
export const sendToFlex: Carry = (reading) => {
  const queue = reading.refer('workflow', {
    was: reading.raw('workflow') ?? '',
    wish: reading.raw('workflow') ?? reading.name,
    at: ['properties', 'workflow'],
  })
  const number = reading.refer('channel', {
    was: reading.raw('channel') ?? '',
    wish: reading.raw('channel') ?? reading.name,
    at: ['properties', 'channel'],
  })
  reading.leaves('priority', 'timeout', 'waitUrl', 'waitUrlMethod')
  return handed(reading, { queue, number, attributes: reading.text('attributes') })
}

function handed(
  reading: WidgetReading,
  { queue, number, attributes }: { queue: string; number: string; attributes: string | undefined },
): Carried {
  reading.note('queue-is-a-stub', { quoted: queue })
  return {
    type: 'transfer',
    settings: {
      kind: 'queue',
      queue,
      queueNumber: number,
      ...(attributes !== undefined && { attributes: attributes.slice(0, 4096) }),
      split: 'by_status',
    },
    follows,
  }
}
