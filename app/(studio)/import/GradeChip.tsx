import { useTranslations } from 'next-intl'
import type { Grade } from '#flows/studio/findings'
import { Chip, type ChipState } from '@/app/ui/Chip'

const looks: Record<Grade, ChipState> = { A: 'ok', B: 'ok', C: 'ink', D: 'warn', E: 'bad' }

/** How faithfully something was carried over, in a word; with a count where several are. */
export function GradeChip({ grade, count }: { grade: Grade; count?: number }) {
  const t = useTranslations('import.grade')
  return <Chip state={looks[grade]}>{count === undefined ? t(`${grade}.short`) : t(`${grade}.count`, { count })}</Chip>
}
