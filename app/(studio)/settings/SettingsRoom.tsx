'use client'

import { useTranslations } from 'next-intl'
import { may } from '#flows/release/permissions'
import { Fact, Facts } from '@/app/rooms/Facts'
import type { Person } from '@/app/server/auth/person'
import { Card } from '@/app/ui/Card'
import { Main } from '@/app/ui/Main'
import { TopBar } from '@/app/ui/TopBar'
import type { Theme } from '@/app/ui/theme'
import { Accounts } from './Accounts'
import { Looks } from './Looks'
import { MyPassword } from './MyPassword'
import { Secrets } from './Secrets'

/** One's own password and looks, for everybody; accounts and secrets for who keeps keys. */
export function SettingsRoom({ person, theme }: { person: Person; theme: Theme }) {
  const t = useTranslations('settings')
  const keeper = may(person.roles, 'key.manage')
  return (
    <>
      <TopBar title={t('title')} place={person.organisation.name} />
      <Main>
        <div className="grid max-w-240 grid-cols-[repeat(auto-fit,minmax(min(22rem,100%),1fr))] items-start gap-4">
          <div className="flex flex-col gap-4">
            <Card title={t('you.title')}>
              <Facts>
                <Fact name={t('you.name')}>{person.name}</Fact>
                <Fact name={t('you.function')}>{person.title || t('you.noFunction')}</Fact>
                <Fact name={t('you.email')}>{person.email}</Fact>
                <Fact name={t('you.organisation')}>{person.organisation.name}</Fact>
                <Fact name={t('you.roles')}>{person.roles.map((role) => t(`role.${role}`)).join(', ')}</Fact>
              </Facts>
              <p className="mt-2 text-hint text-text-3">{t('you.hint')}</p>
            </Card>
            <Looks theme={theme} />
            <MyPassword email={person.email} />
          </div>
          {keeper ? (
            <div className="flex flex-col gap-4">
              <Accounts />
              <Secrets />
            </div>
          ) : null}
        </div>
      </Main>
    </>
  )
}
