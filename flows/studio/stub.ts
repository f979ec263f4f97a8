import { Names } from './names'
import type { WidgetReading } from './widget-reading'
import type { Carried } from './widgets/carry'

/** Keeps a widget whole, with every way out it has, where it cannot run here. */
export function stubOf({ state }: WidgetReading): Carried {
  const names = new Names('exit')
  const exits = state.transitions
    .slice(0, 200)
    .map(({ event }, index) => ({ id: names.fresh(event || 'exit').slice(0, 63), event: event.slice(0, 200), index }))
  return {
    type: 'stub',
    settings: { widget: state.type.slice(0, 200), json: JSON.stringify(state), events: exits.map(({ id, event }) => ({ id, event })) },
    follows: Object.fromEntries(exits.map(({ id, index }) => [id, index])),
  }
}
