'use client'

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Point } from './lay-wire'
import { routeOf } from './lay-wire'
import { arrowPath, wirePath } from './wire-path'

export interface WireFacts extends Record<string, unknown> {
  /** The corners, worked out for all wires together; absent while a card at its end is being dragged. */
  way: Point[] | undefined
  walked: boolean
  foot: boolean
}

export type WireEdge = Edge<WireFacts, 'wire'>

/** The port is hit at 24 px and drawn at 9: the wire begins at the drawn one. */
export const portInset = 8

/** A wire at right angles with an arrow at its end. */
export const Wire = memo(function Wire({ id, sourceX, sourceY, targetX, targetY, data }: EdgeProps<WireEdge>) {
  const foot = data?.foot ?? false
  const from = foot ? { x: sourceX, y: sourceY - portInset, foot } : { x: sourceX - portInset, y: sourceY, foot }
  const points = data?.way ?? routeOf({ from, to: { x: targetX, y: targetY } }, [])
  const walked = data?.walked ?? false
  return (
    <>
      <BaseEdge id={id} path={wirePath(points)} className="wire" data-walked={walked} interactionWidth={16} />
      <path d={arrowPath(points)} className="wire" data-walked={walked} />
    </>
  )
})
