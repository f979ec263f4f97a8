import { z } from 'zod'

/**
 * A node's permanent id, which is also its state key in the chart: a letter, then letters, digits or `_`.
 * XState reads `.` and `#` in targets as paths, and JavaScript objects reserve `__proto__`; neither can occur here.
 */
export const NodeId = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/, 'A node id starts with a letter and holds letters, digits and _ only.')
export type NodeId = z.infer<typeof NodeId>

/** A way out of a node. Same alphabet as node ids, so that a port can name a key, an outcome or an option. */
export const PortId = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_]{0,62}$/, 'A port id holds letters, digits and _ only.')
export type PortId = z.infer<typeof PortId>

/** The key of a prompt in the flow's content, usually `<node>.<part>`. */
export const PromptKey = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z0-9_]+)+$/, 'A prompt key looks like main.prompt: a node id, a dot, a part.')
export type PromptKey = z.infer<typeof PromptKey>

/** A BCP 47 language tag as Twilio's `language` attribute takes it, such as `en-US` or `zh-CN`. */
export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A locale looks like en-US or zh-CN.')
export type Locale = z.infer<typeof Locale>

/** A variable's name; also its name in templates: `{{ name }}`. */
export const VariableName = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/, 'A variable name starts with a letter and holds letters, digits and _ only.')
export type VariableName = z.infer<typeof VariableName>

export const Channel = z.enum(['voice', 'sms'])
export type Channel = z.infer<typeof Channel>
