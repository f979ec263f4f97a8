import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/jetbrains-mono'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TrpcProvider } from './trpc/provider'
import { Providers } from './ui/Providers'
import { themeCookie, themeOf } from './ui/theme'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('purpose'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

/** Language and theme are written by the server, so the first paint is right and no script has to run before it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider>
          <TrpcProvider>
            <Providers>{children}</Providers>
          </TrpcProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
