/** Whether this browser can speak at all. */
export const canSpeak = (): boolean => typeof window !== 'undefined' && 'speechSynthesis' in window

/**
 * Says words in a language with a voice of the reader's device, after what is being said. Only ever called because somebody asked.
 * `then` is called when they were said, or at once where nothing can be.
 */
export function speak(text: string, locale: string, then: () => void = () => undefined): void {
  if (!canSpeak() || text.trim() === '') {
    then()
    return
  }
  const saying = new SpeechSynthesisUtterance(text)
  saying.lang = locale
  const voices = window.speechSynthesis.getVoices()
  const voice =
    voices.find(({ lang }) => lang.replace('_', '-') === locale) ?? voices.find(({ lang }) => lang.slice(0, 2) === locale.slice(0, 2))
  if (voice) saying.voice = voice
  // Without voices some browsers never say that they ended.
  if (voices.length === 0) then()
  saying.addEventListener('end', () => then())
  saying.addEventListener('error', () => then())
  window.speechSynthesis.speak(saying)
}

export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}
