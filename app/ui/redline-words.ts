/** A stretch of words that stayed, came or went. */
export type Stretch = { kind: 'same' | 'added' | 'removed'; text: string }

/** Above this many pairs the words are not compared one by one; the whole text counts as replaced. */
const most = 4_000_000

/** What changed between two texts, word by word. Joining `same` and `added` gives `after`; `same` and `removed` gives `before`. */
export function redlineWords(before: string, after: string, locale: string): Stretch[] {
  const [old, now] = [words(before, locale), words(after, locale)]
  if (old.length * now.length > most)
    return merged([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  const common = lengths(old, now)
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was = '', is = ''] = [old[i], now[j]]
    const [dropOld = 0, dropNew = 0] = [common[i + 1]?.[j], common[i]?.[j + 1]]
    if (i < old.length && j < now.length && was === is) {
      found.push({ kind: 'same', text: is })
      i++
      j++
    } else if (j >= now.length || (i < old.length && dropOld >= dropNew)) {
      found.push({ kind: 'removed', text: was })
      i++
    } else {
      found.push({ kind: 'added', text: is })
      j++
    }
  }
  return merged(found)
}

function words(text: string, locale: string): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}

/** How many words the rests from (i, j) have in common. */
function lengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--) {
    const [row = [], below = []] = [table[i], table[i + 1]]
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

/** Neighbours of one kind become one; a lone space between two changes belongs to both, so that a phrase reads as a phrase. */
function merged(stretches: Stretch[]): Stretch[] {
  const found: Stretch[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) found.push({ kind: 'removed', text: removed })
    if (added) found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  stretches.forEach(({ kind, text }, at) => {
    const between =
      kind === 'same' && text.trim() === '' && (removed !== '' || added !== '') && (stretches[at + 1]?.kind ?? 'same') !== 'same'
    if (kind === 'removed' || between) removed += text
    if (kind === 'added' || between) added += text
    if (kind !== 'same' || between) return
    flush()
    const last = found.at(-1)
    if (last?.kind === 'same') last.text += text
    else found.push({ kind, text })
  })
  flush()
  return found.filter(({ text }) => text !== '')
}
