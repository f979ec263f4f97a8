import type { Json } from '../../json'

/** Text as a value of the wanted type; null when it cannot be read as one. */
export function typedValue(text: string, as: 'text' | 'number' | 'boolean' | 'json'): Json {
  switch (as) {
    case 'text':
      return text
    case 'number':
      return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text)
    case 'boolean':
      return truths.get(text.trim().toLowerCase()) ?? null
    case 'json':
      return parsed(text)
  }
}

const truths = new Map([
  ...['true', 'yes', '1'].map((word) => [word, true] as const),
  ...['false', 'no', '0', ''].map((word) => [word, false] as const),
])

function parsed(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
