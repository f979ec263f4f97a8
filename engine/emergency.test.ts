import { expect, test } from 'vitest'
import { soundsLikeEmergency } from './emergency'

test.each([
  'I have chest pain',
  "I CAN'T BREATHE!",
  'my husband passed out',
  'No puedo respirar',
  'Me duele: dolor en el pecho',
  '我爸爸胸痛',
  '她 昏迷 了',
  'I feel suicidal',
])('%s sounds like danger', (text) => {
  expect(soundsLikeEmergency(text)).toBe(true)
})

test.each(['', 'refill', 'I would like a refill please', 'chestnut painting', 'quiero una cita', '我要预约'])('%s does not', (text) => {
  expect(soundsLikeEmergency(text)).toBe(false)
})
