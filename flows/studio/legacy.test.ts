import { expect, it } from 'vitest'
import { imported } from './testing/imported'

const old = {
  description: 'Old line',
  states: [
    {
      sid: 'FF01',
      name: 'Trigger',
      type: 'InitialState',
      properties: { offset: { x: 1, y: 2 }, flow_url: null },
      transitions: [
        { event: 'incomingMessage', conditions: [], next: 'FF02', uuid: 'u1' },
        { event: 'incomingCall', conditions: [], next: null, uuid: 'u2' },
      ],
    },
    {
      sid: 'FF02',
      name: 'ask',
      type: 'MessagePrompt',
      properties: { body: 'Yes or no?', from: '{{flow.channel.address}}', timeout: 600, media_url: null, save_response_as: null },
      transitions: [
        { event: 'incomingMessage', conditions: [], next: 'FF03', uuid: 'u3' },
        { event: 'timeout', conditions: [], next: 'FF99', uuid: 'u4' },
        { event: 'deliveryFailure', conditions: [], next: null, uuid: 'u5' },
      ],
    },
    {
      sid: 'FF03',
      name: 'branch',
      type: 'Branch',
      properties: { input: '{{widgets.ask.inbound.Body}}' },
      transitions: [
        { event: 'noMatch', conditions: [], next: 'FF02', uuid: 'u6' },
        {
          event: 'match',
          conditions: [{ friendly_name: '', type: 'equal_to', arguments: ['{{widgets.ask.inbound.Body}}'], value: 'yes' }],
          next: null,
          uuid: 'u7',
        },
      ],
    },
  ],
}
const { draft, report } = imported(old)

it('joins an old export by its sids', () => {
  expect(draft.drawing.start).toBe('Trigger')
  expect(draft.drawing.nodes.Trigger?.wires).toEqual({ message: 'ask' })
  expect(draft.drawing.nodes.branch?.wires.otherwise).toBe('ask')
})
it('drops what is unset and keeps what is set', () => {
  expect(draft.drawing.nodes.ask?.settings).toMatchObject({ split: 'by_reply', replySeconds: 600 })
  expect(report.findings.filter(({ code }) => code === 'property-not-carried')).toEqual([])
})
it('reports a sid that no widget has', () => {
  expect(report.findings).toContainEqual({
    code: 'next-missing',
    widget: 'ask',
    node: 'ask',
    pointer: '/states/1/transitions/1/next',
    quoted: 'FF99',
  })
})
it('says that the format is old', () => expect(report.source.form).toBe('legacy'))
