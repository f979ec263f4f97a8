/** The voice that reads a locale aloud, and the language codes Twilio's speech and hearing use for it, which differ for Chinese. */
interface Tongue {
  voice: string
  says: string
  hears: string
}

const english: Tongue = { voice: 'Polly.Joanna', says: 'en-US', hears: 'en-US' }

/** Voices from Twilio's list of Say voices (docs: voice/twiml/say). Standard voices, since every account has them. */
const byLocale: Record<string, Tongue> = {
  en: english,
  'en-US': english,
  'en-GB': { voice: 'Polly.Amy', says: 'en-GB', hears: 'en-GB' },
  'en-AU': { voice: 'Polly.Nicole', says: 'en-AU', hears: 'en-AU' },
  'en-IN': { voice: 'Polly.Raveena', says: 'en-IN', hears: 'en-IN' },
  es: { voice: 'Polly.Lupe', says: 'es-US', hears: 'es-US' },
  'es-US': { voice: 'Polly.Lupe', says: 'es-US', hears: 'es-US' },
  'es-MX': { voice: 'Polly.Mia', says: 'es-MX', hears: 'es-MX' },
  'es-ES': { voice: 'Polly.Lucia', says: 'es-ES', hears: 'es-ES' },
  zh: { voice: 'Polly.Zhiyu', says: 'cmn-CN', hears: 'cmn-Hans-CN' },
  'zh-CN': { voice: 'Polly.Zhiyu', says: 'cmn-CN', hears: 'cmn-Hans-CN' },
  fr: { voice: 'Polly.Lea', says: 'fr-FR', hears: 'fr-FR' },
  'fr-CA': { voice: 'Polly.Chantal', says: 'fr-CA', hears: 'fr-CA' },
  'fr-FR': { voice: 'Polly.Lea', says: 'fr-FR', hears: 'fr-FR' },
  de: { voice: 'Polly.Vicki', says: 'de-DE', hears: 'de-DE' },
  'de-DE': { voice: 'Polly.Vicki', says: 'de-DE', hears: 'de-DE' },
  it: { voice: 'Polly.Bianca', says: 'it-IT', hears: 'it-IT' },
  'it-IT': { voice: 'Polly.Bianca', says: 'it-IT', hears: 'it-IT' },
  ja: { voice: 'Polly.Mizuki', says: 'ja-JP', hears: 'ja-JP' },
  'ja-JP': { voice: 'Polly.Mizuki', says: 'ja-JP', hears: 'ja-JP' },
  ko: { voice: 'Polly.Seoyeon', says: 'ko-KR', hears: 'ko-KR' },
  'ko-KR': { voice: 'Polly.Seoyeon', says: 'ko-KR', hears: 'ko-KR' },
  pl: { voice: 'Polly.Ewa', says: 'pl-PL', hears: 'pl-PL' },
  'pl-PL': { voice: 'Polly.Ewa', says: 'pl-PL', hears: 'pl-PL' },
  pt: { voice: 'Polly.Camila', says: 'pt-BR', hears: 'pt-BR' },
  'pt-BR': { voice: 'Polly.Camila', says: 'pt-BR', hears: 'pt-BR' },
  'pt-PT': { voice: 'Polly.Ines', says: 'pt-PT', hears: 'pt-PT' },
  ru: { voice: 'Polly.Tatyana', says: 'ru-RU', hears: 'ru-RU' },
  'ru-RU': { voice: 'Polly.Tatyana', says: 'ru-RU', hears: 'ru-RU' },
}

/** Voices that speak one language only would fail on another, so a voice named by a flow keeps the locale's language. */
export function tongueOf(locale: string, voice?: string): Tongue {
  const tongue = byLocale[locale] ?? byLocale[locale.split('-')[0] ?? ''] ?? english
  return voice && /^(man|woman|(Polly|Google)\.[A-Za-z0-9-]+)$/.test(voice) ? { ...tongue, voice } : tongue
}
