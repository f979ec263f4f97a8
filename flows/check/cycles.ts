type Graph = Map<string, readonly string[]>

/** One way round for each tangle of a directed graph, as the ids along it. Ids that lead out of the graph are ignored. */
export function cyclesIn(graph: Graph): string[][] {
  const cycles: string[][] = []
  for (let left = peeled(graph); left.size > 0; ) {
    const cycle = oneCycle(left)
    cycles.push(cycle)
    const rest = new Map(left)
    for (const id of cycle) rest.delete(id)
    left = peeled(rest)
  }
  return cycles
}

/** What is left when everything that leads nowhere is taken away, again and again: every id still here leads to a cycle. */
function peeled(graph: Graph): Graph {
  const ways = new Map([...graph].map(([id, next]) => [id, next.filter((to) => graph.has(to))] as const))
  const before = new Map<string, string[]>()
  for (const [id, next] of ways) for (const to of next) before.set(to, [...(before.get(to) ?? []), id])
  const open = new Map([...ways].map(([id, next]) => [id, next.length] as const))
  const gone = [...open].flatMap(([id, count]) => (count === 0 ? [id] : []))
  // The list grows while it is walked.
  for (const id of gone) {
    for (const previous of before.get(id) ?? []) {
      const count = (open.get(previous) ?? 0) - 1
      open.set(previous, count)
      if (count === 0) gone.push(previous)
    }
  }
  for (const id of gone) ways.delete(id)
  return new Map([...ways].map(([id, next]) => [id, next.filter((to) => ways.has(to))] as const))
}

/** Follows the first way out until an id comes again. In a peeled graph every id has one. */
function oneCycle(graph: Graph): string[] {
  const place = new Map<string, number>()
  let at = graph.keys().next().value
  while (at !== undefined && !place.has(at)) {
    place.set(at, place.size)
    at = graph.get(at)?.[0]
  }
  const walked = [...place.keys()]
  return walked.slice(at === undefined ? walked.length : place.get(at))
}
