import type { ReactNode } from 'react'

/** The name of a section, how much it is, and what can be chosen about it. */
export function SectionHead({ title, count, end }: { title: ReactNode; count?: ReactNode; end?: ReactNode }) {
  return (
    <header className="mb-3 flex flex-wrap items-baseline gap-x-2.5 gap-y-1.5">
      <h2 className="text-section">{title}</h2>
      {count ? <span className="text-text-2">{count}</span> : null}
      {end ? <div className="ms-auto flex flex-wrap items-center gap-3 self-center">{end}</div> : null}
    </header>
  )
}
