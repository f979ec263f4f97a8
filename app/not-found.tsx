import { useTranslations } from 'next-intl'
import { ButtonLink } from './ui/ButtonLink'
import { Empty } from './ui/Empty'
import { Logo } from './ui/Logo'

export default function NotFound() {
  const t = useTranslations('ui')
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-4">
      <Empty
        heading="h1"
        className="w-full max-w-120"
        picture={<Logo />}
        title={t('missing.title')}
        actions={<ButtonLink href="/flows">{t('error.back')}</ButtonLink>}
      >
        {t('missing.text')}
      </Empty>
    </main>
  )
}
