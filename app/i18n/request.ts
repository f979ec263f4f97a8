import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale } from './choose-locale'
import { chooseZone, zoneCookie } from './choose-zone'
import { localeCookie } from './locales'
import { messages } from './messages'

/** Language, words and time zone of one request. No language stands in the address: a link means the same page to every reader. */
export default getRequestConfig(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(localeCookie)?.value, sent.get('accept-language'))
  return { locale, messages: messages[locale], timeZone: chooseZone(jar.get(zoneCookie)?.value) }
})
