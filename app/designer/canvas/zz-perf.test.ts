import { expect, it } from 'vitest'
import { emptyDraft } from '#flows/edits/draft'
import { type Edit, fold } from '#flows/edits/edit'
import { tidy } from '@/app/designer/canvas/tidy'
import { inLanes } from '@/app/designer/canvas/lanes'
import { routeOf, type Box, type Lead } from '@/app/designer/canvas/lay-wire'
import { cardOf } from '@/app/designer/reading/card'
import { reachOrder } from '@/app/designer/reading/reach-order'
it.each([50, 200, 1000])('perf %i', (n) => {
  const edits: Edit[] = []
  for (let i = 0; i < n; i++) edits.push({ kind: 'addNode', type: i % 3 ? 'menu' : 'say', id: `n${i}` })
  let d = fold(emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels: ['voice'] }), edits).draft
  const w: Edit[] = [{ kind: 'wire', from: 'start', port: 'call', to: 'n0' }]
  for (let i = 0; i < n; i++) {
    if (i % 3) for (const [k, p] of ['refill', 'nurse', 'no_answer'].entries()) w.push({ kind: 'wire', from: `n${i}`, port: p, to: `n${(i * 2 + k + 1) % n}` })
    else w.push({ kind: 'wire', from: `n${i}`, port: 'next', to: `n${(i + 1) % n}` })
  }
  d = fold(d, w).draft
  let t = performance.now()
  const places = tidy(d.drawing, new Map()); const tTidy = performance.now() - t
  t = performance.now()
  const cards = reachOrder(d.drawing).map((id) => cardOf(d, id, { shown: 'en-US', locale: 'en' })); const tCards = performance.now() - t
  const boxes: Box[] = Object.entries(places).map(([id, p]) => ({ id, ...p, width: 184, height: 140 }))
  const byId = new Map(boxes.map((b) => [b.id, b]))
  const leads: Lead[] = cards.flatMap((c) => c!.ports.flatMap((p, i) => { const b = byId.get(c!.id)!, to = p.target && byId.get(p.target.id); return to ? [{ id: c!.id + p.id, from: { x: b.x + 188, y: b.y + 70 + i * 22, foot: false }, to: { x: to.x, y: to.y + 22 }, target: to.id }] : [] }))
  t = performance.now()
  const ways = leads.map((l) => routeOf(l, boxes)); const tRoute = performance.now() - t
  t = performance.now(); inLanes(leads, ways); const tLanes = performance.now() - t
  console.log(n, 'wires', leads.length, { tTidy, tCards, tRoute, tLanes })
}, 120000)
