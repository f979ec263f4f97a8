import { useLocale, useTranslations } from 'next-intl'
import { portWords } from '@/app/designer/reading/port-words'
import { readNode } from '@/app/designer/reading/read-node'
import { Fact, Facts } from '@/app/rooms/Facts'
import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Card } from '@/app/ui/Card'
import { Fingerprint } from '@/app/ui/Fingerprint'
import { Redline } from '@/app/ui/Redline'
import { NewNode } from './NewNode'
import { readableValue } from './readable-value'
import { SectionHead } from './SectionHead'

/** Everything that changed beside the words: nodes, their settings, wires, what is declared; and what the release is bound to. */
export function SettingsAndLinks({ release }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.settings')
  const { nodes, wires, flow } = release.diff
  const none = nodes.added.length + nodes.removed.length + nodes.changed.length + wires.length + flow.length === 0
  return (
    <>
      <SectionHead title={t('title')} />
      <div className="flex flex-col gap-3">
        {none ? <p className="text-text-2">{t('none')}</p> : null}
        {nodes.changed.length > 0 ? <ChangedNodes release={release} /> : null}
        {nodes.added.length > 0 || nodes.removed.length > 0 ? <CameAndWent release={release} /> : null}
        {wires.length > 0 ? <ChangedWires release={release} /> : null}
        {flow.length > 0 && release.base ? (
          <Card title={t('flow')}>
            <Facts>
              {flow.map(({ field, before, after }) => (
                <Fact key={field} name={t.has(`field.${field}`) ? t(`field.${field}`) : field}>
                  <Change before={readableValue(before)} after={readableValue(after)} />
                </Fact>
              ))}
            </Facts>
          </Card>
        ) : null}
        <BoundTo release={release} />
      </div>
    </>
  )
}

const Change = ({ before, after }: { before: string; after: string }) => (
  <Redline heard={false} lang="en" before={before} after={after} className="[overflow-wrap:anywhere]" />
)

function ChangedNodes({ release: { diff, drawing } }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.settings')
  const locale = useLocale()
  return (
    <Card title={t('changed')}>
      {diff.nodes.changed.map(({ id, label, fields }) => {
        const node = drawing.nodes[id]
        const words = node ? readNode(node).type?.words[locale].fields : undefined
        return (
          <div key={id} className="border-line border-b py-2 last:border-b-0">
            <b>{label}</b>
            <Facts className="mt-0.5">
              {fields.map(({ field, before, after }) => (
                <Fact key={field} name={words?.[field]?.label ?? (t.has(`field.${field}`) ? t(`field.${field}`) : field)}>
                  <Change before={readableValue(before)} after={readableValue(after)} />
                </Fact>
              ))}
            </Facts>
          </div>
        )
      })}
    </Card>
  )
}

function CameAndWent({ release: { diff, drawing, base } }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.settings')
  const { added, removed } = diff.nodes
  return (
    <Card title={base ? t('cameAndWent') : t('nodes', { count: added.length })}>
      {added.map(({ id }) => {
        const node = drawing.nodes[id]
        return node ? <NewNode key={id} node={node} /> : null
      })}
      {removed.length > 0 ? (
        <>
          <h4 className="mt-2 font-semibold text-bad text-hint">{t('went')}</h4>
          <ul className="gap-x-6 sm:columns-2">
            {removed.map(({ id, type, label }) => (
              <li key={id}>
                <b>{label}</b> <span className="text-text-3">{type}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}

function ChangedWires({ release: { diff, drawing, base } }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.settings')
  const locale = useLocale()
  const label = (id: string | null): string =>
    id === null ? '' : (drawing.nodes[id]?.label ?? diff.nodes.removed.find((node) => node.id === id)?.label ?? id)
  if (!base) return null
  return (
    <Card title={t('wires')}>
      <Facts>
        {diff.wires.map(({ from, port, before, after }) => {
          const node = drawing.nodes[from]
          return (
            <Fact key={`${from} ${port}`} name={`${label(from)}, ${node ? portWords(node, port, locale) : port}`}>
              <Change before={label(before)} after={label(after)} />
            </Fact>
          )
        })}
      </Facts>
    </Card>
  )
}

function BoundTo({ release: { manifest } }: { release: ReleaseDetail }) {
  const t = useTranslations('review.section.settings')
  const { subflows, dial_allowlist, engine, authors, change_reason, change_summary, chart_sha256, content_sha256 } = manifest
  return (
    <Card title={t('bound')}>
      <Facts>
        <Fact name={t('summary')}>{change_summary}</Fact>
        <Fact name={t('reason')}>{change_reason}</Fact>
        <Fact name={t('authors')}>{authors.map(({ name }) => name).join(', ')}</Fact>
        {dial_allowlist.length > 0 ? <Fact name={t('dials')}>{dial_allowlist.join(', ')}</Fact> : null}
        <Fact name={t('subflows')}>
          {subflows.length === 0
            ? t('subflowsNone')
            : subflows.map(({ flow_id, version, release_hash }) => (
                <span key={release_hash} className="block">
                  {t('subflow', { flow: flow_id, version })} <Fingerprint hash={release_hash} short />
                </span>
              ))}
        </Fact>
        <Fact name={t('engine')}>{engine.semver}</Fact>
        <Fact name={t('chart')}>
          <Fingerprint hash={chart_sha256} />
        </Fact>
        <Fact name={t('content')}>
          <Fingerprint hash={content_sha256} />
        </Fact>
      </Facts>
    </Card>
  )
}
