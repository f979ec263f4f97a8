import type { Lead, Point } from './lay-wire'

const apart = 8

interface Part {
  wire: number
  index: number
  upright: boolean
  line: number
  from: number
  to: number
  target: string
}

/** Moves parts of different wires that would lie on each other into lanes of their own. Wires to one target stay together: they join. */
export function inLanes(leads: readonly Lead[], ways: readonly Point[][]): Point[][] {
  const moved = ways.map((way) => way.map((point) => ({ ...point })))
  for (const crowd of crowds(leads, ways)) {
    const targets = [...new Set(crowd.map(({ target }) => target))]
    if (targets.length < 2) continue
    for (const { wire, index, upright, target } of crowd) {
      const shift = (targets.indexOf(target) - (targets.length - 1) / 2) * apart
      for (const point of [moved[wire]?.[index], moved[wire]?.[index + 1]]) if (point) point[upright ? 'x' : 'y'] += shift
    }
  }
  return moved
}

/** Inner parts on one line whose stretches overlap. First and last parts stay where the ports are. */
function crowds(leads: readonly Lead[], ways: readonly Point[][]): Part[][] {
  const byLine = new Map<string, Part[]>()
  ways.forEach((way, wire) => {
    for (let index = 1; index < way.length - 2; index++) {
      const [one, other] = [way[index], way[index + 1]]
      if (!one || !other) continue
      const upright = one.x === other.x
      const [from, to] = upright ? [one.y, other.y] : [one.x, other.x]
      const line = upright ? one.x : one.y
      const part = { wire, index, upright, line, from: Math.min(from, to), to: Math.max(from, to), target: leads[wire]?.target ?? '' }
      const key = `${upright} ${line}`
      byLine.set(key, [...(byLine.get(key) ?? []), part])
    }
  })
  return [...byLine.values()].flatMap(overlapping)
}

function overlapping(parts: Part[]): Part[][] {
  const sorted = parts.toSorted((one, other) => one.from - other.from)
  const groups: { parts: Part[]; to: number }[] = []
  for (const part of sorted) {
    const last = groups.at(-1)
    if (last && part.from < last.to) {
      last.parts.push(part)
      last.to = Math.max(last.to, part.to)
    } else groups.push({ parts: [part], to: part.to })
  }
  return groups.map((group) => group.parts)
}
