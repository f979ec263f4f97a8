import { CircleCheck, Ellipsis, LifeBuoy, Link2, Trash2, Webhook } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { NumberLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'
import { Button } from '@/app/ui/Button'
import { Chip } from '@/app/ui/Chip'
import { ColumnHead } from '@/app/ui/ColumnHead'
import { IconButton } from '@/app/ui/IconButton'
import { Menu, MenuItem } from '@/app/ui/Menu'
import { Cell, Row, Table } from '@/app/ui/Table'
import type { NumberAct } from './NumbersRoom'

export type NumberTableProps = { lines: NumberLine[]; mayBind: boolean; onAct: (act: NumberAct) => void }

export function NumberTable({ lines, mayBind, onAct }: NumberTableProps) {
  const t = useTranslations('numbers')
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('column.number')}</ColumnHead>
          <ColumnHead>{t('column.rings')}</ColumnHead>
          <ColumnHead>{t('column.hear')}</ColumnHead>
          <ColumnHead>{t('column.safe')}</ColumnHead>
          <ColumnHead>
            <span className="sr-only">{t('column.acts')}</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={`${line.number} ${line.channel ?? ''}`}>
            <Cell>
              <b className="tabular-nums">{readableNumber(line.number)}</b>
              <p className="text-hint text-text-3">{line.channel ? t(`channel.${line.channel}`) : t('channel.none')}</p>
            </Cell>
            <Cell>
              <Rings line={line} />
            </Cell>
            <Cell>
              <Hear line={line} />
            </Cell>
            <Cell className="text-text-2">
              {t('emergency', { number: line.emergencyNumber })}
              <p className="text-hint">
                {line.humanNumber ? (
                  t('human', { number: readableNumber(line.humanNumber) })
                ) : (
                  <span className="text-warn">{t('noHuman')}</span>
                )}
              </p>
            </Cell>
            <Cell>
              <Acts line={line} mayBind={mayBind} onAct={onAct} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function Rings({ line: { flow, flowName, alias } }: { line: NumberLine }) {
  const t = useTranslations('numbers')
  if (!flow) return <span className="text-warn">{t('ringsNothing')}</span>
  return (
    <>
      <Link href={`/flows/${flow}`} className="link">
        {flowName}
      </Link>
      <p className="text-hint text-text-3">{t('alias', { alias: alias ?? '' })}</p>
    </>
  )
}

function Hear({ line: { state, release, safeReason } }: { line: NumberLine }) {
  const t = useTranslations('numbers')
  if (state === 'live' && release) {
    return (
      <Chip state="ok" icon={<CircleCheck />}>
        {t('release', { version: release.version })}
      </Chip>
    )
  }
  const reason = safeReason ?? 'unknown'
  return (
    <>
      <Chip state="warn" icon={<LifeBuoy />}>
        {t('safe')}
      </Chip>
      <p className="mt-0.5 text-hint text-text-2">{t.has(`reason.${reason}`) ? t(`reason.${reason}`) : t('reason.unknown')}</p>
    </>
  )
}

function Acts({ line, mayBind, onAct }: { line: NumberLine } & Omit<NumberTableProps, 'lines'>) {
  const t = useTranslations('numbers')
  const of = <span className="sr-only"> {readableNumber(line.number)}</span>
  return (
    <div className="flex items-center justify-end gap-2">
      <Button size="compact" icon={<Webhook />} onClick={() => onAct({ kind: 'webhooks', line })}>
        {t('webhooks.open')}
        {of}
      </Button>
      {mayBind ? (
        <>
          <Button size="compact" icon={<Link2 />} onClick={() => onAct({ kind: 'bind', line })}>
            {t('bind.open')}
            {of}
          </Button>
          <Menu
            align="end"
            trigger={<IconButton size="compact" label={t('more', { number: readableNumber(line.number) })} icon={<Ellipsis />} />}
          >
            <MenuItem danger icon={<Trash2 />} onSelect={() => onAct({ kind: 'remove', line })}>
              {t('remove.open')}
            </MenuItem>
          </Menu>
        </>
      ) : null}
    </div>
  )
}
