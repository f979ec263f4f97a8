import type { LineStore, NumberBinding } from './ports'

type BindingKey = Parameters<LineStore['binding']>[0]

/** What numbers ring. Always read anew; what was read last is remembered for the safe flow of an hour when nothing can be read. */
export interface Bindings {
  get(key: BindingKey): Promise<NumberBinding | undefined>
  last(key: BindingKey): NumberBinding | undefined
}

export function createBindings(store: LineStore, { most = 1000 }: { most?: number } = {}): Bindings {
  const known = new Map<string, NumberBinding>()
  const nameOf = ({ account, channel, number }: BindingKey): string => JSON.stringify([account, channel, number])
  return {
    last: (key) => known.get(nameOf(key)),
    async get(key) {
      const name = nameOf(key)
      const binding = await store.binding(key)
      known.delete(name)
      if (binding) known.set(name, binding)
      for (const oldest of known.keys()) if (known.size > most) known.delete(oldest)
      return binding
    },
  }
}
