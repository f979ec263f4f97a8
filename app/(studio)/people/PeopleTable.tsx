import { Ban, Ellipsis, KeyRound, Shield, UserCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PersonLine } from '@/app/rooms/outputs'
import { Chip } from '@/app/ui/Chip'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { IconButton } from '@/app/ui/IconButton'
import { Menu, MenuItem } from '@/app/ui/Menu'
import { Cell, Row, Table } from '@/app/ui/Table'
import { Time } from '@/app/ui/Time'
import type { PersonAct } from './PeopleRoom'

export type PeopleTableProps = { lines: PersonLine[]; me: string; mayManage: boolean; onAct: (act: PersonAct) => void }

export function PeopleTable({ lines, me, mayManage, onAct }: PeopleTableProps) {
  const t = useTranslations('people')
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('column.name')}</ColumnHead>
          <ColumnHead>{t('column.roles')}</ColumnHead>
          <ColumnHead>{t('column.seen')}</ColumnHead>
          <ColumnHead>
            <span className="sr-only">{t('column.acts')}</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell>
              <b>{line.name}</b> {line.title ? <span className="text-text-2">{line.title}</span> : null}
              <p className="text-hint text-text-3">{line.email}</p>
            </Cell>
            <Cell>
              <div className="flex flex-wrap gap-1">
                {line.roles.map((role) => (
                  <Chip key={role} state="line">
                    {t(`role.${role}`)}
                  </Chip>
                ))}
                {line.roles.length === 0 ? <span className="text-warn">{t('noRole')}</span> : null}
                {line.disabled ? (
                  <Chip state="bad" icon={<Ban />}>
                    {t('disabled')}
                  </Chip>
                ) : null}
                {line.demo && !line.disabled ? <Chip state="warn">{t('demo')}</Chip> : null}
              </div>
            </Cell>
            <Cell className="text-text-2">{line.lastSeen ? <Time at={line.lastSeen} /> : t('never')}</Cell>
            <Cell className="text-right">
              {mayManage && line.id !== me ? (
                <Acts line={line} onAct={onAct} />
              ) : line.id === me ? (
                <span className="text-text-3">{t('you')}</span>
              ) : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function Acts({ line, onAct }: Pick<PeopleTableProps, 'onAct'> & { line: PersonLine }) {
  const t = useTranslations('people')
  return (
    <Menu align="end" trigger={<IconButton size="compact" label={t('more', { name: line.name })} icon={<Ellipsis />} />}>
      <MenuItem icon={<Shield />} onSelect={() => onAct({ kind: 'roles', line })}>
        {t('roles.open')}
      </MenuItem>
      <MenuItem icon={<KeyRound />} onSelect={() => onAct({ kind: 'reset', line })}>
        {t('reset.open')}
      </MenuItem>
      <MenuItem icon={line.disabled ? <UserCheck /> : <Ban />} danger={!line.disabled} onSelect={() => onAct({ kind: 'disable', line })}>
        {line.disabled ? t('disable.enable') : t('disable.open')}
      </MenuItem>
    </Menu>
  )
}
