/**
 * Words that may mean danger to life, by language. Read on every utterance and text before anything else, whoever owns the
 * conversation. Short on purpose: a flow adds its own words to its universal `emergency`.
 */
const words: Record<string, readonly string[]> = {
  en: [
    'heart attack',
    'chest pain',
    'cant breathe',
    'can t breathe',
    'cannot breathe',
    'not breathing',
    'stopped breathing',
    'unconscious',
    'passed out',
    'overdose',
    'suicide',
    'kill myself',
    'end my life',
    'want to die',
    'having a stroke',
    'bleeding badly',
    'wont stop bleeding',
    'won t stop bleeding',
    'call 911',
  ],
  es: [
    'ataque al corazon',
    'dolor de pecho',
    'dolor en el pecho',
    'no puedo respirar',
    'no respira',
    'inconsciente',
    'sobredosis',
    'suicid',
    'matarme',
    'quiero morir',
    'derrame cerebral',
    'me desangro',
  ],
  zh: [
    '心脏病发作',
    '胸痛',
    '胸口痛',
    '不能呼吸',
    '无法呼吸',
    '喘不过气',
    '没有呼吸',
    '昏迷',
    '失去意识',
    '服药过量',
    '自杀',
    '不想活',
    '想死',
    '中风',
    '大出血',
  ],
}

const spaced = Object.entries(words).flatMap(([language, list]) => (language === 'zh' ? [] : list))
const unspaced = words.zh ?? []

/** Whether what was said or texted, in any of the languages, sounds like danger to life. Accents, case and punctuation do not matter. */
export function soundsLikeEmergency(text: string): boolean {
  const said = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
  const sentence = ` ${said}`
  return spaced.some((word) => sentence.includes(` ${word}`)) || unspaced.some((word) => said.replaceAll(' ', '').includes(word))
}
