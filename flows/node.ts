import type { z } from 'zod'
import type { StateJson, TransitionJson } from './chart'
import type { Spoken } from './content'
import type { Context, Frame, Keep } from './context'
import type { Drawing } from './drawing'
import type { Effect } from './effects'
import type { FlowEvent } from './events'
import type { Json, JsonObject } from './json'
import type { Verb } from './verbs'

/** Node families, told apart on the canvas by outline, picture and word. */
export type Family = 'ends' | 'speak' | 'ask' | 'decide' | 'guard' | 'people' | 'bot' | 'system' | 'structure'

/** A way out of a node, in drawing order. */
export interface Port {
  id: string
  /** The operator's own word for it (a menu option); absent: the type's words name it by `id` or by `name`. */
  label?: string
  /** The key in the type's `words.ports` when it is not the id. */
  name?: string
  /** The phone key that leads here. */
  key?: string
  /** `then` leaves at the foot; `choice` and `failure` leave to the right. */
  kind: 'then' | 'choice' | 'failure'
}

/** What an act, guard or storing act may see of a step. Everything in it is a fact of this step; nothing reaches outside. */
export interface Turn<Settings> {
  /** The node's qualified id, for effects that report back. */
  node: string
  settings: Settings
  session: NonNullable<Context['session']>
  frame: Frame
  event: FlowEvent
  /** For a subflow node: the frame of the flow inside it, and the outcome it ended with. */
  inner: Frame | undefined
  outcome: string | null
  /** The prompt's words, rendered: in the session's language, or in `locale` for a node that speaks several. */
  prompt(key: string, locale?: string): Spoken
  /** A template rendered with the frame's variables. */
  text(template: string): string
  /** Text that is no prompt (an imported literal, a spelled-back value), ready to be heard. */
  spoken(text: string): Spoken
  /** Where a variable lives: the raw value behind a path such as `vars.name` or `results.ask_dob.value`. */
  value(path: string): Json | undefined
}

export interface CompileInput<Settings> {
  id: string
  settings: Settings
  channels: Drawing['channels']
  /** The wire of a port: target, `reenter: true` and `meta.port`. */
  to(port: string): TransitionJson
  /** An act, guard or storing act of this node, by name, with its node id in the params. */
  act(name: string, params?: JsonObject): { type: string; params: JsonObject }
}

/** Words of a node type in one interface language. `fields` is keyed by settings path (`options.label`), `choices` by `path.value`. */
export interface NodeWords {
  title: string
  summary: string
  fields: Record<string, { label: string; hint?: string; unit?: string }>
  choices?: Record<string, string>
  ports: Record<string, string>
}

/** A prompt a node speaks, for lists, reviews and the missing-words check. */
export interface PromptUse {
  key: string
  /** The settings path it is named by. */
  field: string
}

export interface Finding {
  /** Permanent id of the rule. */
  rule: string
  level: 'must' | 'should'
  node?: string
  port?: string
  field?: string
  /** Values for the finding's words in the catalogue (`checks.<rule>`). */
  values?: Record<string, string | number>
}

/**
 * A node type: everything the designer, the compiler, the engine and the reviewer need to know about it, in one folder.
 * Pure and isomorphic. Act, guard and keep names are `<type>.<verb>` and are frozen once a signed release uses them.
 */
export interface NodeType<Id extends string, Settings extends z.ZodObject> {
  type: Id
  family: Family
  /** Lucide icon name. */
  icon: string
  settings: Settings
  /** One valid value with English words for its prompts: palette default, documentation, tests. Prompt keys start with the type's id. */
  example: { settings: z.output<Settings>; words: Record<string, string> }
  words: { en: NodeWords; 'zh-CN': NodeWords }
  channels: readonly Drawing['channels'][number][]
  ports(settings: z.output<Settings>): readonly Port[]
  prompts(settings: z.output<Settings>): readonly PromptUse[]
  /** Variables it sets, for the check and the variable picker. */
  sets?(settings: z.output<Settings>): readonly string[]
  /** Templates it renders, for the check. */
  templates?(settings: z.output<Settings>): readonly { template: string; field: string }[]
  compile(input: CompileInput<z.output<Settings>>): StateJson
  acts: Record<string, (turn: Turn<z.output<Settings>>, params: JsonObject) => (Verb | Effect)[]>
  guards?: Record<string, (turn: Turn<z.output<Settings>>, params: JsonObject) => boolean>
  keeps?: Record<string, (turn: Turn<z.output<Settings>>, params: JsonObject) => Keep>
  /** Rules about this node alone, beyond the schema. */
  check?(settings: z.output<Settings>): readonly Finding[]
  /** What a caller could do here: the rehearsal's buttons and the list test's probes. Events without `at`. */
  rehearse(settings: z.output<Settings>): readonly { label: string; event: RehearsalEvent }[]
  /** Settings migrations for drafts, oldest first; signed charts are never rewritten. */
  upgrades?: readonly ((old: JsonObject) => JsonObject)[]
}

type WithoutTime<E> = E extends unknown ? Omit<E, 'at'> : never
export type RehearsalEvent = WithoutTime<FlowEvent>

/** Declares a node type and keeps its literal types. */
export function defineNode<const Id extends string, Settings extends z.ZodObject>(node: NodeType<Id, Settings>): NodeType<Id, Settings> {
  return node
}

/** Any node type, as the registry's consumers see it: settings are parsed by the type's own schema before they reach it. */
// biome-ignore lint/suspicious/noExplicitAny: the one door through which differently typed settings share a registry
export type AnyNodeType = NodeType<string, any>
