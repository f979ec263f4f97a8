import { expect, test } from 'vitest'
import type { Spoken } from '#flows/content'
import { createMouth, recordingOf } from './mouth'

const words = (text: string, extra: Partial<Spoken> = {}): Spoken => ({ key: 'a.prompt', locale: 'en-US', text, ...extra })
const audio = 'a'.repeat(64)

function listened({ broken = false } = {}) {
  const heard: string[] = []
  const sound = (what: string, signal: AbortSignal) =>
    new Promise<void>((done) => {
      heard.push(`${what} begins`)
      signal.addEventListener('abort', () => done())
      setTimeout(() => {
        if (!signal.aborted) heard.push(`${what} ends`)
        done()
      }, 5)
    })
  const mouth = createMouth({
    say: ({ text }, signal) => sound(text, signal),
    play: async (address, signal) => {
      if (broken) return false
      await sound(address, signal)
      return true
    },
  })
  return { heard, mouth, rest: () => new Promise((done) => setTimeout(done, 50)) }
}

test('recordings and words are heard one after the other', async () => {
  const { heard, mouth, rest } = listened()
  mouth.hear(words('Welcome.'))
  mouth.hear(words('Press 1.', { audio }))
  mouth.hear(words('Goodbye.'))
  await rest()
  const played = `/api/audio/${audio}`
  expect(heard).toEqual(['Welcome. begins', 'Welcome. ends', `${played} begins`, `${played} ends`, 'Goodbye. begins', 'Goodbye. ends'])
})

test('a recording that cannot be played is said', async () => {
  const { heard, mouth, rest } = listened({ broken: true })
  mouth.hear(words('Press 1.', { audio }))
  await rest()
  expect(heard).toEqual(['Press 1. begins', 'Press 1. ends'])
})

test('quiet ends what is heard and forgets the rest, and the next words are heard', async () => {
  const { heard, mouth, rest } = listened()
  mouth.hear(words('Long.'))
  mouth.hear(words('Longer.'))
  await Promise.resolve()
  mouth.quiet()
  mouth.hear(words('New.'))
  await rest()
  expect(heard).toEqual(['Long. begins', 'New. begins', 'New. ends'])
})

test('only our own recordings and secure addresses are asked for', () => {
  expect(recordingOf({ audio, audioUrl: 'https://elsewhere.example/a.mp3' })).toBe(`/api/audio/${audio}`)
  expect(recordingOf({ audioUrl: 'https://elsewhere.example/a.mp3' })).toBe('https://elsewhere.example/a.mp3')
  expect(recordingOf({ audioUrl: 'http://elsewhere.example/a.mp3' })).toBeUndefined()
  expect(recordingOf({ audioUrl: 'javascript:alert(1)' })).toBeUndefined()
})
