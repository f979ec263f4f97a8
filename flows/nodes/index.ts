import { z } from 'zod'
import type { AnyNodeType } from '../node'
import { end } from './end/node'
import { menu } from './menu/node'
import { say } from './say/node'
import { start } from './start/node'

/** Every node type, in palette order. Adding one means a folder and a line here; all unions and tables derive from it. */
export const nodeTypes = {
  start,
  say,
  menu,
  end,
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
