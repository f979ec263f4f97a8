/** Runs work on one key strictly one after the other, in this process. */
export interface Serial {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>
}

export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>()
  return {
    async run(key, work) {
      const before = tails.get(key) ?? Promise.resolve()
      const mine = before.then(work, work)
      const tail = mine.catch(() => undefined)
      tails.set(key, tail)
      try {
        return await mine
      } finally {
        if (tails.get(key) === tail) tails.delete(key)
      }
    },
  }
}
