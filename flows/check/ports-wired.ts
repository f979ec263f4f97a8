import { unwiredState } from '../chart'
import type { Rule } from './facts'

/** Every port of a node leads somewhere, and nothing leaves by a port the node does not have. */
export const portsWired: Rule = ({ nodes }) =>
  nodes.flatMap(({ id, known, ports, exits }) => {
    if (!known) return []
    const wired = new Set(exits.flatMap(({ target, meta }) => (meta?.port && target && target !== unwiredState ? meta.port : [])))
    const declared = new Set(ports.map((port) => port.id))
    const strangers = new Set(exits.flatMap(({ meta }) => (meta?.port && !declared.has(meta.port) ? meta.port : [])))
    const nameless = exits.filter(({ target, meta }) => target !== undefined && !target.startsWith('.') && !meta?.port)
    return [
      ...ports
        .filter((port) => !wired.has(port.id))
        .map((port) => ({
          rule: 'unwired-port',
          level: 'must' as const,
          node: id,
          port: port.id,
          values: { port: port.label ?? port.name ?? port.id },
        })),
      ...[...strangers].map((port) => ({ rule: 'unknown-port', level: 'must' as const, node: id, port, values: { port } })),
      ...nameless.map(({ target = '' }) => ({ rule: 'wire-without-port', level: 'must' as const, node: id, values: { target } })),
    ]
  })
