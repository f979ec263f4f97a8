const maxLength = 63

/**
 * Gives each foreign name a name of ours: a letter, then letters, digits and `_`; unique; unchanged where it is one already.
 * The same foreign name always gets the same answer.
 */
export class Names {
  readonly #given = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** `prefix` stands before names that begin with something other than a letter. */
  constructor(readonly prefix: string) {}

  /** Our name for a foreign one. */
  of(foreign: string): string {
    const known = this.#given.get(foreign)
    if (known !== undefined) return known
    const name = this.fresh(foreign)
    this.#given.set(foreign, name)
    return name
  }

  /** Our name for a foreign one that was met before. */
  known(foreign: string): string | undefined {
    return this.#given.get(foreign)
  }

  /** A new name like the wish, never given again. */
  fresh(wish: string): string {
    const plain = plainName(wish, this.prefix)
    let name = plain
    // `in` rather than a list: objects keyed by node id must not meet constructor or toString.
    for (let count = 2; this.#taken.has(name) || name in Object.prototype; count++) {
      const ending = `_${count}`
      name = plain.slice(0, maxLength - ending.length) + ending
    }
    this.#taken.add(name)
    return name
  }
}

function plainName(wish: string, prefix: string): string {
  const plain = wish
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9_]+/g, '_')
    .slice(0, maxLength)
  if (/^[a-zA-Z]/.test(plain)) return plain
  return `${prefix}${plain.startsWith('_') ? '' : '_'}${plain}`.slice(0, maxLength)
}
