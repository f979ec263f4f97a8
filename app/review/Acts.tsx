'use client'

import { Ban, MessageSquare, Pencil, Rocket, Signature } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { may } from '#flows/release/permissions'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import type { Person } from '@/app/server/auth/person'
import { Button } from '@/app/ui/Button'
import { ButtonLink } from '@/app/ui/ButtonLink'
import { ChangesDialog } from './ChangesDialog'
import { GoLiveDialog } from './GoLiveDialog'
import { SignDialog } from './SignDialog'
import type { Section } from './sections'
import { WithdrawDialog } from './WithdrawDialog'

export type ActsProps = { release: ReleaseDetail; person: Person; opened: readonly Section[] }

/** What this reader may do with the release now; what may not be done is not offered, and where it surprises a sentence says why. */
export function Acts({ release, person, opened }: ActsProps) {
  const t = useTranslations('review')
  const [dialog, setDialog] = useState<'sign' | 'changes' | 'live' | 'withdraw'>()
  const close = () => setDialog(undefined)
  const { mayApprove, mayAskForChanges, mayPoint, mayWithdraw, state } = release
  const why =
    !mayApprove.ok && mayApprove.reason === 'author-may-not-approve' && may(person.roles, 'release.approve') ? t('ownWork') : undefined
  return (
    <>
      {why ? <p className="max-w-80 text-hint text-text-2">{why}</p> : null}
      {state === 'changes_requested' && may(person.roles, 'flow.edit') ? (
        <ButtonLink href={`/flows/${release.flow}`} icon={<Pencil />}>
          {t('act.draft')}
        </ButtonLink>
      ) : null}
      {mayWithdraw.ok ? (
        <Button variant="danger" icon={<Ban />} onClick={() => setDialog('withdraw')}>
          {t('act.withdraw')}
        </Button>
      ) : null}
      {mayAskForChanges.ok ? (
        <Button icon={<MessageSquare />} onClick={() => setDialog('changes')}>
          {t('act.changes')}
        </Button>
      ) : null}
      {mayPoint.ok ? (
        <Button variant={state === 'live' ? 'secondary' : 'primary'} icon={<Rocket />} onClick={() => setDialog('live')}>
          {t('act.live')}
        </Button>
      ) : null}
      {mayApprove.ok ? (
        <Button variant="primary" icon={<Signature />} onClick={() => setDialog('sign')}>
          {t('act.sign')}
        </Button>
      ) : null}
      {dialog === 'sign' ? <SignDialog release={release} person={person} opened={opened} onClose={close} /> : null}
      {dialog === 'changes' ? <ChangesDialog release={release} onClose={close} /> : null}
      {dialog === 'live' ? <GoLiveDialog release={release} person={person} onClose={close} /> : null}
      {dialog === 'withdraw' ? <WithdrawDialog release={release} person={person} onClose={close} /> : null}
    </>
  )
}
