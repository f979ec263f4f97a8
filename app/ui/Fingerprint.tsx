import { clsx } from 'clsx'
import { Fragment } from 'react'

export type FingerprintProps = {
  /** Hexadecimal, as the manifest has it. */
  hash: string
  /** The first eight signs only, where the whole stands elsewhere on the page. A signer always sees the whole. */
  short?: boolean | undefined
  className?: string | undefined
}

/** A hash in groups of four, to be compared by eye. The gaps are drawn: copied text is the bare hash. */
export function Fingerprint({ hash, short = false, className }: FingerprintProps) {
  const groups = (short ? hash.slice(0, 8) : hash).match(/.{1,4}/g) ?? []
  return (
    <code className={clsx('break-words text-[0.75rem] leading-4.25', className)} title={short ? hash : undefined}>
      {groups.map((group, place) => (
        <Fragment key={`${group}${String(place)}`}>
          {place > 0 ? <wbr /> : null}
          <span className="me-[.6em] inline-block">{group}</span>
        </Fragment>
      ))}
    </code>
  )
}
