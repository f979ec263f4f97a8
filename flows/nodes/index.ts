import { z } from 'zod'
import type { AnyNodeType } from '../node'
import { ask } from './ask/node'
import { end } from './end/node'
import { hours } from './hours/node'
import { http } from './http/node'
import { ladder } from './ladder/node'
import { language } from './language/node'
import { menu } from './menu/node'
import { message } from './message/node'
import { say } from './say/node'
import { set } from './set/node'
import { split } from './split/node'
import { start } from './start/node'
import { stub } from './stub/node'
import { subflow } from './subflow/node'
import { transfer } from './transfer/node'
import { voicemail } from './voicemail/node'

/** Every node type, in palette order. Adding one means a folder and a line here; all unions and tables derive from it. */
export const nodeTypes = {
  start,
  say,
  menu,
  ask,
  language,
  split,
  hours,
  set,
  message,
  http,
  transfer,
  voicemail,
  ladder,
  subflow,
  end,
  stub,
} satisfies Record<string, AnyNodeType>

export type NodeTypeId = keyof typeof nodeTypes
export const NodeTypeId = z.enum(Object.keys(nodeTypes) as [NodeTypeId, ...NodeTypeId[]])

/** The type of that name. @throws UnknownNodeType */
export function nodeTypeOf(type: string): AnyNodeType {
  const known = NodeTypeId.safeParse(type)
  if (!known.success) throw new UnknownNodeType(type)
  return nodeTypes[known.data]
}

export class UnknownNodeType extends Error {
  constructor(type: string) {
    super(`There is no node type "${type}". Known types: ${Object.keys(nodeTypes).join(', ')}.`)
    this.name = 'UnknownNodeType'
  }
}
