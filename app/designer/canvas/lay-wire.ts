/** A rectangle on the canvas, in canvas px. */
export interface Box {
  id: string
  x: number
  y: number
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}
/** A wire to lay: where it leaves, where it arrives, and whether it does so at a foot (downwards) or at a side (rightwards). */
export interface Lead {
  id: string
  from: Point & { foot: boolean }
  to: Point
  target: string
}

/** Room between a wire and a card it passes. */
const clear = 14
/** What a corner costs, in px of detour. */
const corner = 60
/** Nearer to a card than this counts as running over it. */
const room = 5
/** A region with more cards than this is not searched: the wire then goes straight. */
const mostBoxes = 160
/** And a search that takes longer than this is given up, so that a card always comes to rest at once. */
const mostVisits = 6000

/**
 * The corners of a wire at right angles that passes under no card, by A* over the lines that run beside the cards.
 * Gives the plain three-part way where nothing is in between, or where no free way is found.
 */
export function routeOf({ from, to }: Pick<Lead, 'from' | 'to'>, boxes: readonly Box[]): Point[] {
  const { start, goal } = endsOf({ from, to })
  const near = inReachOf({ from, to }, boxes)
  const way = near.length > mostBoxes ? undefined : search(start, goal, { boxes: near, down: from.foot })
  return straightened([from, ...(way ?? plainWay(start, goal, from.foot)), to])
}

/** The cards that can matter to a wire. While they and its ends stay where they are, so does the wire. */
export function inReachOf(lead: Pick<Lead, 'from' | 'to'>, boxes: readonly Box[]): Box[] {
  const ends = endsOf(lead)
  return boxes.filter((box) => inReach(box, ends))
}

/** A step before each end, where the wire may turn. */
function endsOf({ from, to }: Pick<Lead, 'from' | 'to'>): { start: Point; goal: Point } {
  return from.foot
    ? { start: { x: from.x, y: from.y + clear }, goal: { x: to.x, y: to.y - clear } }
    : { start: { x: from.x + clear, y: from.y }, goal: { x: to.x - clear, y: to.y } }
}

function inReach({ x, y, width, height }: Box, { start, goal }: { start: Point; goal: Point }): boolean {
  const margin = 200
  return (
    x + width >= Math.min(start.x, goal.x) - margin &&
    x <= Math.max(start.x, goal.x) + margin &&
    y + height >= Math.min(start.y, goal.y) - margin &&
    y <= Math.max(start.y, goal.y) + margin
  )
}

function plainWay(start: Point, goal: Point, down: boolean): Point[] {
  if (down) {
    const y = (start.y + goal.y) / 2
    return start.y <= goal.y ? [start, { x: start.x, y }, { x: goal.x, y }, goal] : [start, { x: goal.x, y: start.y }, goal]
  }
  const x = (start.x + goal.x) / 2
  return start.x <= goal.x ? [start, { x, y: start.y }, { x, y: goal.y }, goal] : [start, { x: start.x, y: goal.y }, goal]
}

interface Visit {
  column: number
  row: number
  /** 0 lies, 1 stands: corners cost. */
  upright: 0 | 1
  cost: number
  rank: number
  before: Visit | undefined
}

function search(start: Point, goal: Point, { boxes, down }: { boxes: readonly Box[]; down: boolean }): Point[] | undefined {
  const xs = lines([start.x, goal.x, ...boxes.flatMap(({ x, width }) => [x - clear, x + width + clear])])
  const ys = lines([start.y, goal.y, ...boxes.flatMap(({ y, height }) => [y - clear, y + height + clear])])
  // Only cards that a line runs through can stand in its way.
  const onColumn = xs.map((x) => boxes.filter((box) => x > box.x - room && x < box.x + box.width + room))
  const onRow = ys.map((y) => boxes.filter((box) => y > box.y - room && y < box.y + box.height + room))
  const end = { column: xs.indexOf(goal.x), row: ys.indexOf(goal.y) }
  const heap: Visit[] = []
  const best = new Map<number, number>()
  const at = (column: number, row: number): Point => ({ x: xs[column] ?? 0, y: ys[row] ?? 0 })
  const offer = (visit: Omit<Visit, 'rank'>) => {
    const key = (visit.row * xs.length + visit.column) * 2 + visit.upright
    if ((best.get(key) ?? Number.POSITIVE_INFINITY) <= visit.cost) return
    best.set(key, visit.cost)
    const { x, y } = at(visit.column, visit.row)
    push(heap, { ...visit, rank: visit.cost + Math.abs(goal.x - x) + Math.abs(goal.y - y) })
  }
  offer({ column: xs.indexOf(start.x), row: ys.indexOf(start.y), upright: down ? 1 : 0, cost: 0, before: undefined })
  let patience = mostVisits
  for (let visit = pop(heap); visit && patience > 0; visit = pop(heap), patience--) {
    const { column, row, upright, cost } = visit
    if (column === end.column && row === end.row) return pointsTo(visit, at)
    const here = at(column, row)
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = { column: column + dx, row: row + dy }
      if (next.column < 0 || next.row < 0 || next.column >= xs.length || next.row >= ys.length) continue
      const there = at(next.column, next.row)
      if ((dy === 0 ? onRow[row] : onColumn[column])?.some((box) => crosses(box, here, there))) continue
      const turned = dy === 0 ? 0 : 1
      const turn = turned === upright ? 0 : corner
      offer({ ...next, upright: turned, cost: cost + Math.abs(there.x - here.x) + Math.abs(there.y - here.y) + turn, before: visit })
    }
  }
  return undefined
}

const lines = (values: number[]): number[] => [...new Set(values)].sort((one, other) => one - other)

function pointsTo(visit: Visit, at: (column: number, row: number) => Point): Point[] {
  const points: Point[] = []
  for (let step: Visit | undefined = visit; step; step = step.before) points.unshift(at(step.column, step.row))
  return points
}

/** Whether the straight part from one point to another runs over a card or touches its edge. */
function crosses({ x, y, width, height }: Box, one: Point, other: Point): boolean {
  return (
    Math.max(one.x, other.x) > x - room &&
    Math.min(one.x, other.x) < x + width + room &&
    Math.max(one.y, other.y) > y - room &&
    Math.min(one.y, other.y) < y + height + room
  )
}

/** The same way without points in the middle of a straight part. */
export function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const { x, y } of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last.x === x && last.y === y) continue
    if (before && last && ((before.x === last.x && last.x === x) || (before.y === last.y && last.y === y))) kept.pop()
    kept.push({ x, y })
  }
  return kept
}

function push(heap: Visit[], visit: Visit): void {
  heap.push(visit)
  for (let place = heap.length - 1; place > 0; ) {
    const above = (place - 1) >> 1
    const [one, other] = [heap[place], heap[above]]
    if (!one || !other || other.rank <= one.rank) break
    heap[place] = other
    heap[above] = one
    place = above
  }
}

function pop(heap: Visit[]): Visit | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  heap[0] = last
  for (let place = 0; ; ) {
    const least = [2 * place + 1, 2 * place + 2].reduce(
      (best, child) => ((heap[child]?.rank ?? Number.POSITIVE_INFINITY) < (heap[best]?.rank ?? 0) ? child : best),
      place,
    )
    const [one, other] = [heap[place], heap[least]]
    if (least === place || !one || !other) return top
    heap[place] = other
    heap[least] = one
    place = least
  }
}
