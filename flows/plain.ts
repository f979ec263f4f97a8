/** Lower case, NFKC, without punctuation: `"Yes."` and `"yes"` are the same word. `*` and `#` stay, they are keys. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, (mark) => (mark === '*' || mark === '#' ? mark : ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
