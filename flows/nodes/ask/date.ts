import { DateTime } from 'luxon'

/** Which part of a date comes first when only digits are given. */
export type DateOrder = 'month_day_year' | 'day_month_year' | 'year_month_day'

const digitsOnly: Record<DateOrder, string> = { month_day_year: 'MMddyyyy', day_month_year: 'ddMMyyyy', year_month_day: 'yyyyMMdd' }
const separated: Record<DateOrder, string> = { month_day_year: 'M d yyyy', day_month_year: 'd M yyyy', year_month_day: 'yyyy M d' }
const spoken = ['LLLL d yyyy', 'LLL d yyyy', 'd LLLL yyyy', 'd LLL yyyy', "d 'de' LLLL 'de' yyyy", "d 'de' LLLL 'del' yyyy", 'yyyy年M月d日']

/** A date as `2026-03-02` out of eight keys, digits with separators, an ISO date, or words in the caller's language; undefined when it is no day of the calendar. */
export function readDate(text: string, { order, locale }: { order: DateOrder; locale: string }): string | undefined {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\s/.,*-]+/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .trim()
  const format = /^\d{8}$/.test(tidy)
    ? [digitsOnly[order]]
    : /^\d{4} \d/.test(tidy)
      ? [separated.year_month_day]
      : [separated[order], ...spoken]
  for (const candidate of format) {
    const date = DateTime.fromFormat(tidy, candidate, { zone: 'utc', locale })
    if (date.isValid && date.year >= 1850 && date.year <= 2200) return date.toISODate()
  }
  return undefined
}
