import type { Point } from './lay-wire'

const radius = 8

/** The SVG path through the corners of a wire, each rounded. */
export function wirePath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  rest.forEach((point, index) => {
    const before = points[index]
    const after = rest[index + 1]
    if (!before || !after) {
      path += `L${point.x} ${point.y}`
      return
    }
    const round = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    const enter = towards(point, before, round)
    const leave = towards(point, after, round)
    path += `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`
  })
  return path
}

/** The two strokes of the arrow at the end. */
export function arrowPath(points: readonly Point[]): string {
  const [before, end] = [points.at(-2), points.at(-1)]
  if (!before || !end) return ''
  const back = towards(end, before, 5.2)
  const upright = before.x === end.x
  const [one, other] = upright
    ? [
        { x: back.x - 4.2, y: back.y },
        { x: back.x + 4.2, y: back.y },
      ]
    : [
        { x: back.x, y: back.y - 4.2 },
        { x: back.x, y: back.y + 4.2 },
      ]
  return `M${one.x} ${one.y}L${end.x} ${end.y}L${other.x} ${other.y}`
}

const distance = (one: Point, other: Point): number => Math.abs(one.x - other.x) + Math.abs(one.y - other.y)

function towards(from: Point, to: Point, by: number): Point {
  return {
    x: from.x + Math.sign(to.x - from.x) * Math.min(by, Math.abs(to.x - from.x)),
    y: from.y + Math.sign(to.y - from.y) * Math.min(by, Math.abs(to.y - from.y)),
  }
}
