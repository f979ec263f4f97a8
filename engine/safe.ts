import type { Spoken } from '#flows/content'
import type { Channel } from '#flows/ids'
import type { Verb } from '#flows/verbs'

/** Where the safe flow leads, and what it tells people to dial. */
export interface SafeFacts {
  channel: Channel
  locale: string | undefined
  emergencyNumber: string
  humanNumber: string | undefined
}

interface SafeWords {
  locale: string
  sorry: string
  emergency(number: string): string
  emergencyByText(number: string): string
  connecting: string
  nobody: string
  later: string
  callUs(number: string): string
  moved: string
  help: string
  stopped: string
}

const english: SafeWords = {
  locale: 'en-US',
  sorry: 'We are sorry. Something is not working on our side.',
  emergency: (number) => `If this is an emergency, hang up and dial ${number}.`,
  emergencyByText: (number) => `In an emergency, call ${number}.`,
  connecting: 'We are connecting you to a person now. Please stay on the line.',
  nobody: 'Nobody could take your call. Please call again in a few minutes. Goodbye.',
  later: 'Please call again in a few minutes. Goodbye.',
  callUs: (number) => `To reach a person, call ${number}.`,
  moved: 'Thank you. This call has been taken care of. Goodbye.',
  help: 'This is the automated line of your clinic. Reply STOP to get no more texts.',
  stopped: 'You will get no more texts from us. Reply START to get them again.',
}

const byLanguage: Record<string, SafeWords> = {
  en: english,
  es: {
    locale: 'es-US',
    sorry: 'Lo sentimos. Algo no funciona de nuestro lado.',
    emergency: (number) => `Si es una emergencia, cuelgue y marque ${number}.`,
    emergencyByText: (number) => `En una emergencia, llame al ${number}.`,
    connecting: 'Le comunicamos ahora con una persona. Por favor, no cuelgue.',
    nobody: 'Nadie pudo contestar su llamada. Por favor, llame de nuevo en unos minutos. Adiós.',
    later: 'Por favor, llame de nuevo en unos minutos. Adiós.',
    callUs: (number) => `Para hablar con una persona, llame al ${number}.`,
    moved: 'Gracias. Esta llamada ya fue atendida. Adiós.',
    help: 'Esta es la línea automática de su clínica. Responda STOP para no recibir más mensajes.',
    stopped: 'Ya no recibirá mensajes nuestros. Responda START para recibirlos de nuevo.',
  },
  zh: {
    locale: 'zh-CN',
    sorry: '很抱歉，我们的系统出现了问题。',
    emergency: (number) => `如果情况紧急，请挂断电话并拨打 ${number}。`,
    emergencyByText: (number) => `如遇紧急情况，请拨打 ${number}。`,
    connecting: '现在为您转接人工服务，请不要挂断。',
    nobody: '暂时无人接听。请几分钟后再打来。再见。',
    later: '请几分钟后再打来。再见。',
    callUs: (number) => `如需人工服务，请拨打 ${number}。`,
    moved: '谢谢，这个电话已经有人处理。再见。',
    help: '这是您诊所的自动服务线路。回复 STOP 即不再接收短信。',
    stopped: '您将不再收到我们的短信。回复 START 可重新接收。',
  },
}

const wordsFor = (locale: string | undefined): SafeWords => byLanguage[(locale ?? 'en').split('-')[0] ?? 'en'] ?? english

/**
 * What a caller hears or reads when anything is missing or broken, until an organisation has signed a safe flow of its own:
 * the emergency number, then the site's own human number. Never silence.
 */
export function safeVerbs(facts: SafeFacts): Verb[] {
  const { channel, locale, emergencyNumber, humanNumber } = facts
  const words = wordsFor(locale)
  const emergency = emergencyWords(words, { channel, emergencyNumber })
  if (channel === 'sms') return [reply(words, [words.sorry, emergency, ...(humanNumber ? [words.callUs(humanNumber)] : [])].join(' '))]
  if (!humanNumber) return [say(words, `${words.sorry} ${emergency}`), say(words, words.later), { verb: 'hangup' }]
  return [
    say(words, `${words.sorry} ${emergency}`),
    say(words, words.connecting),
    { verb: 'dial', to: [{ kind: 'number', number: humanNumber }], ringSeconds: 45 },
  ]
}

/** The end of a call whose human number did not answer. */
export const safeFarewell = (locale: string | undefined): Verb[] => [say(wordsFor(locale), wordsFor(locale).nobody), { verb: 'hangup' }]

/** What somebody hears who answers a rung that is no longer open. */
export const rungIsOver = (locale: string | undefined): Verb[] => [say(wordsFor(locale), wordsFor(locale).moved), { verb: 'hangup' }]

/** The emergency number alone, put before a flow's own answer when somebody sounds in danger and the flow has no word for it. */
export function emergencyNotice({ channel, locale, emergencyNumber }: Omit<SafeFacts, 'humanNumber'>): Verb {
  const words = wordsFor(locale)
  const text = emergencyWords(words, { channel, emergencyNumber })
  return channel === 'sms' ? reply(words, text) : say(words, text)
}

/** Our own answers to STOP and HELP, for senders whose carrier gives none. */
export const stoppedReply = (locale: string | undefined): Verb => reply(wordsFor(locale), wordsFor(locale).stopped)
export function helpReply({ locale, humanNumber }: Pick<SafeFacts, 'locale' | 'humanNumber'>): Verb {
  const words = wordsFor(locale)
  return reply(words, [words.help, ...(humanNumber ? [words.callUs(humanNumber)] : [])].join(' '))
}

const spoken = ({ locale }: SafeWords, text: string): Spoken => ({ key: '', locale, text })
const say = (words: SafeWords, text: string): Verb => ({ verb: 'say', words: spoken(words, text) })
const reply = (words: SafeWords, text: string): Verb & { verb: 'reply' } => ({ verb: 'reply', words: spoken(words, text) })

/** Short numbers are read digit by digit: nine one one, not nine hundred eleven. */
function emergencyWords(words: SafeWords, { channel, emergencyNumber }: Pick<SafeFacts, 'channel' | 'emergencyNumber'>): string {
  if (channel === 'sms') return words.emergencyByText(emergencyNumber)
  return words.emergency(emergencyNumber.length <= 4 ? emergencyNumber.split('').join(' ') : emergencyNumber)
}
