import type { Rule } from './facts'

/** Every node can do its work on every channel the flow is for. */
export const channelsFit: Rule = ({ nodes, chart }) =>
  nodes.flatMap(({ id, label, known }) =>
    chart.meta.channels.flatMap((channel) =>
      !known || known.type.channels.includes(channel)
        ? []
        : [{ rule: 'wrong-channel', level: 'must' as const, node: id, values: { channel, label } }],
    ),
  )
