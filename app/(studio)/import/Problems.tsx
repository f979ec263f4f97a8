import { useTranslations } from 'next-intl'
import type { ImportPreview } from '@/app/rooms/outputs'
import { Banner } from '@/app/ui/Banner'

type Problem = Extract<ImportPreview, { ok: false }>['problems'][number]

/** Why a text cannot be imported at all, each with its place and the way out. Nothing was kept. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('import.problem')
  return (
    <Banner state="bad" title={t('title')} live>
      <ul className="mt-1 flex flex-col gap-1.5">
        {problems.map((problem) => {
          const place = 'line' in problem ? t('line', { line: problem.line, column: problem.column }) : problem.pointer || t('whole')
          return (
            <li key={`${problem.code} ${place}`}>
              <b>{place}</b> {problem.message} {problem.fix}
            </li>
          )
        })}
      </ul>
    </Banner>
  )
}
