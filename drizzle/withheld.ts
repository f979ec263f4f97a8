/** What carriers put where a caller's number is withheld: words, and the same words dialled on a keypad (Twilio, "anonymous" calls). */
const words = new Set(['', 'anonymous', 'unknown', 'restricted', 'unavailable', 'private', 'withheld', 'blocked'])
const dialledWords = new Set(['266696687', '86282452253', '737874883', '8656696', '2562533', '7378742833'])

/** Whether an address stands for nobody in particular: callers who withhold theirs must not become one person. */
export function isWithheld(address: string): boolean {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^\+/, '')
    .replace(/@.*$/, '')
    .replace(/^sips?:/, '')
  return words.has(bare) || dialledWords.has(bare)
}
