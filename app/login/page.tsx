import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Logo } from '@/app/ui/Logo'
import { themeCookie, themeOf } from '@/app/ui/theme'
import { Choices } from './Choices'
import { LoginForm } from './LoginForm'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') }
}

export default async function LoginPage() {
  const t = await getTranslations()
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-8">
      <header className="flex items-center gap-2.5">
        <Logo size={32} />
        <span className="text-section">{t('shell.product')}</span>
      </header>
      <main id="main" className="w-full max-w-90 rounded-dialog border border-line bg-surface px-6 pt-5 pb-6 shadow-1">
        <h1 className="mb-4 text-page">{t('login.title')}</h1>
        <LoginForm />
        <p className="mt-5 border-line border-t pt-3 text-hint text-text-3">{t('login.help')}</p>
        <p className="mt-1.5 text-hint text-text-3">{t('login.demo')}</p>
      </main>
      <footer>
        <Choices theme={theme} />
      </footer>
    </div>
  )
}
