import { plain } from '../../plain'

const words: Record<string, { yes: string[]; no: string[] }> = {
  en: {
    yes: [
      'yes',
      'yeah',
      'yep',
      'yup',
      'y',
      'sure',
      'correct',
      'right',
      'ok',
      'okay',
      'that is right',
      "that's right",
      'yes please',
      'of course',
    ],
    no: ['no', 'nope', 'nah', 'n', 'wrong', 'incorrect', 'not', 'no thanks', 'no thank you'],
  },
  es: {
    yes: ['sí', 'si', 's', 'claro', 'correcto', 'por supuesto', 'está bien', 'sí por favor'],
    no: ['no', 'n', 'incorrecto', 'no gracias'],
  },
  zh: {
    yes: ['是', '是的', '对', '对的', '好', '好的', '可以', '没错', '嗯'],
    no: ['不', '不是', '不对', '不好', '不用', '不行', '不可以', '没有'],
  },
}

/** `yes` or `no` out of key 1 or 2, or a word of the caller's language (English where the language is not known here); undefined when unclear. */
export function readYesNo(text: string, locale: string): 'yes' | 'no' | undefined {
  const said = plain(text)
  const known = words[locale.split('-')[0] ?? 'en'] ?? words.en
  if (said === '1' || known?.yes.some((word) => plain(word) === said)) return 'yes'
  if (said === '2' || known?.no.some((word) => plain(word) === said)) return 'no'
  return undefined
}
