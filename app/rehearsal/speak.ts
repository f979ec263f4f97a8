/** Whether this browser can speak at all. */
export const canSpeak = (): boolean => typeof window !== 'undefined' && 'speechSynthesis' in window

/** Says words in a language with a voice of the reader's device, after what is being said. Only ever called because somebody asked. */
export function speak(text: string, locale: string): void {
  if (!canSpeak() || text.trim() === '') return
  const saying = new SpeechSynthesisUtterance(text)
  saying.lang = locale
  const voices = window.speechSynthesis.getVoices()
  const voice = voices.find(({ lang }) => lang.replace('_', '-') === locale) ?? voices.find(({ lang }) => lang.slice(0, 2) === locale.slice(0, 2))
  if (voice) saying.voice = voice
  window.speechSynthesis.speak(saying)
}

export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}
