import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { load } from '#engine/load'
import { step } from '#engine/step'
import { compile } from '../compile'
import { Context } from '../context'
import type { FlowEvent } from '../events'
import { JsonObject } from '../json'
import { scopeOf } from '../template'
import { mapReferences, unmapped } from './references'
import { hasFixtures, readFixture } from './testing/fixtures'
import { imported } from './testing/imported'

const at = '2021-01-26T22:40:00.000Z'
const Address = z.object({ channel: z.object({ address: z.string() }) })
const Recorded = z.object({
  widgets: z.record(z.string(), JsonObject),
  trigger: z.record(z.string(), z.record(z.string(), z.unknown())),
  contact: Address,
  flow: Address.catchall(z.unknown()),
})
const Recording = z.object({ interactions: z.array(z.object({ response: z.object({ json: z.object({ context: Recorded }) }) })).min(1) })

function recorded(name: string): z.infer<typeof Recorded> {
  const recording = Recording.parse(JSON.parse(readFixture('twilio', 'studio-execution-contexts', `${name}.json`)))
  const context = recording.interactions[0]?.response.json.context
  if (!context) throw new Error(`${name} holds no context.`)
  return context
}

const Texts = z.record(z.string(), z.string())

/** The event our engine makes of what Twilio sent when the recorded execution began. */
function began({ trigger, contact, flow }: z.infer<typeof Recorded>): FlowEvent {
  const sides = { type: 'session.started', at, session: 's', from: contact.channel.address, to: flow.channel.address } as const
  if (trigger.call) return { ...sides, channel: 'voice', by: 'call', fields: Texts.parse(trigger.call) }
  if (trigger.message)
    return { ...sides, channel: 'sms', by: 'message', body: String(trigger.message.Body), fields: Texts.parse(trigger.message) }
  return { ...sides, channel: 'sms', by: 'request', parameters: JsonObject.parse(trigger.request?.parameters) }
}

function sessionWith(name: string) {
  const { draft } = imported(readFixture('studio-flows', 'saraalert-assessment.json'))
  const mapped = mapReferences(draft, Object.fromEntries(unmapped(draft).map(({ reference }) => [reference, 'http://127.0.0.1:3499/'])))
  const flow = load({ chart: compile(mapped.drawing), content: mapped.content })
  let latest = step(flow, { snapshot: undefined, event: began(recorded(name)) })
  return {
    after(event: FlowEvent) {
      latest = step(flow, { snapshot: latest.snapshot, event })
      return this
    },
    scope: () => scopeOf(Context.parse(z.object({ context: z.unknown() }).parse(latest.snapshot).context), { frame: '', at }),
  }
}

const answered = (node: string): FlowEvent => ({
  type: `effect.done.${node}`,
  at,
  result: { status_code: 200, body: '', content_type: 'text/plain' },
})
const keysOf = (value: unknown): string[] => Object.keys(JsonObject.parse(value))

describe.skipIf(!hasFixtures)('what templates see', () => {
  it.each([
    'get_numbers_from_inbound_sms_trigger_execution',
    'get_numbers_from_inbound_voice_trigger_execution',
    'get_numbers_from_single_message_execution',
    'get_number_from_sms_assessment_execution',
    'get_numbers_from_voice_assessment_execution',
  ])('holds every key of trigger, contact and flow of %s', (name) => {
    const real = recorded(name)
    const scope = sessionWith(name).scope()
    expect(scope.trigger).toMatchObject(real.trigger)
    expect(scope.contact).toEqual(real.contact)
    expect(keysOf(scope.flow)).toEqual(expect.arrayContaining(Object.keys(real.flow)))
    expect(scope.flow).toMatchObject({ channel: real.flow.channel, ...(real.flow.data ? { data: real.flow.data } : {}) })
  })

  it('grows as the recorded text conversation did', () => {
    const name = 'get_number_from_sms_assessment_execution'
    const { widgets } = recorded(name)
    const inbound = JsonObject.parse(widgets.sms_assessment_prompt?.inbound)
    const reply: FlowEvent = {
      type: 'message.received',
      at,
      body: String(inbound.Body),
      media: [],
      sid: 'SM1',
      fields: Texts.parse(inbound),
    }
    const scope = sessionWith(name).after(reply).after(answered('send_assessment_data_no')).scope()
    const ours = z.record(z.string(), JsonObject).parse(scope.widgets)
    expect(keysOf(ours)).toEqual(expect.arrayContaining(Object.keys(widgets)))
    expect(ours.sms_assessment_prompt?.inbound).toEqual(inbound)
    expect(ours.sms_assessment_prompt?.outbound).toMatchObject({ Status: 'accepted', To: '+16035555555' })
    expect(keysOf(ours.send_assessment_data_no)).toEqual(expect.arrayContaining(keysOf(widgets.send_assessment_data_no)))
    // The flow was recorded at an earlier version; today's sets one variable more.
    expect(ours.initialize_retry_count).toMatchObject(JsonObject.parse(widgets.initialize_retry_count))
    expect(scope.flow).toMatchObject({ variables: { retry_count: '0' } })
  })

  it('shows an opt-out as the recorded one', () => {
    const name = 'get_numbers_from_inbound_sms_trigger_execution'
    const scope = sessionWith(name).after(answered('PostOptOutInfoSTOP')).scope()
    expect(keysOf(scope.widgets)).toEqual(expect.arrayContaining(Object.keys(recorded(name).widgets)))
  })
})
