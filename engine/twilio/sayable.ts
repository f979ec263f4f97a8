/** Twilio speaks at most this many characters at a time (error 13521). */
export const saidAtOnce = 4096
/** A message body's limit (error 21617). */
export const textedAtOnce = 1600

/** Text that XML can carry: no control characters but tab and line feed, no half characters. */
export function sayable(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML 1.0 cannot carry
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .trim()
  )
}

/** Cuts a long text into pieces of at most `most` characters, at the end of a sentence or at least of a word where there is one. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > most) {
    const cut = cutAt(rest, most)
    found.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return [...found, rest].filter((piece) => piece !== '')
}

function cutAt(text: string, most: number): number {
  const window = text.slice(0, most)
  const sentence = Math.max(
    ...['. ', '! ', '? ', '。', '！', '？', '\n'].map((end) => window.lastIndexOf(end) + (window.includes(end) ? 1 : 0)),
  )
  if (sentence > most / 2) return sentence
  const word = window.lastIndexOf(' ')
  if (word > most / 2) return word
  // Never between the halves of one character.
  return /[\ud800-\udbff]$/.test(window) ? most - 1 : most
}
