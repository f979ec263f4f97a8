import { describe, expect, it } from 'vitest'
import { inLanes } from './lanes'
import { type Box, type Lead, type Point, routeOf } from './lay-wire'
import { arrowPath, wirePath } from './wire-path'

const lead = (from: Point & { foot: boolean }, to: Point, id = 'w', target = 't'): Lead => ({ id, from, to, target })
const box = (x: number, y: number): Box => ({ id: `${x}.${y}`, x, y, width: 100, height: 60 })

/** Every part lies or stands, and none runs over a card. */
function expectLawful(way: Point[], boxes: Box[]): void {
  way.slice(1).forEach((end, index) => {
    const begin = way[index] ?? end
    expect(begin.x === end.x || begin.y === end.y).toBe(true)
    for (const { x, y, width, height } of boxes) {
      const over =
        Math.max(begin.x, end.x) > x &&
        Math.min(begin.x, end.x) < x + width &&
        Math.max(begin.y, end.y) > y &&
        Math.min(begin.y, end.y) < y + height
      expect([begin, end, over]).toEqual([begin, end, false])
    }
  })
}

describe('the way of a wire', () => {
  it('is a straight line where nothing is in between', () => {
    expect(routeOf(lead({ x: 100, y: 20, foot: false }, { x: 200, y: 20 }), [])).toEqual([
      { x: 100, y: 20 },
      { x: 200, y: 20 },
    ])
  })

  it('goes around a card that stands in between', () => {
    const boxes = [box(0, 0), box(200, 0), box(400, 0)]
    const way = routeOf(lead({ x: 100, y: 30, foot: false }, { x: 400, y: 30 }), boxes)
    expect(way.length).toBeGreaterThan(2)
    expectLawful(way, boxes)
  })

  it('leads back to an earlier card without passing under one', () => {
    const boxes = [box(0, 0), box(200, 0), box(400, 0)]
    const way = routeOf(lead({ x: 500, y: 30, foot: false }, { x: 0, y: 20 }), boxes)
    expectLawful(way, boxes)
    expect(way.at(-1)).toEqual({ x: 0, y: 20 })
  })

  it('leaves a foot downwards and arrives from above', () => {
    const boxes = [box(0, 0), box(300, 200)]
    const way = routeOf(lead({ x: 50, y: 60, foot: true }, { x: 350, y: 200 }), boxes)
    expect(way[1]?.x).toBe(50)
    expect(way.at(-2)?.x).toBe(350)
    expectLawful(way, boxes)
  })
})

describe('lanes', () => {
  it('keep wires to different targets apart and let those to one target join', () => {
    const way = (x: number): Point[] => [
      { x: 0, y: 0 },
      { x, y: 0 },
      { x, y: 100 },
      { x: 200, y: 100 },
    ]
    const to = (target: string, id: string) => lead({ x: 0, y: 0, foot: false }, { x: 200, y: 100 }, id, target)
    const [one, two, three] = inLanes([to('a', '1'), to('b', '2'), to('b', '3')], [way(50), way(50), way(50)])
    expect(one?.[1]?.x).not.toBe(two?.[1]?.x)
    expect(two?.[1]?.x).toBe(three?.[1]?.x)
  })
})

describe('the drawn wire', () => {
  it('rounds its corners and ends in an arrow', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 40 },
    ]
    expect(wirePath(points)).toBe('M0 0L32 0Q40 0 40 8L40 40')
    expect(arrowPath(points)).toBe('M35.8 34.8L40 40L44.2 34.8')
  })
})
