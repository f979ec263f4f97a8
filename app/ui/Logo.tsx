/** The mark: a way that turns once, between two people. Decorative; the name stands in words beside it or on its link. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <rect x=".5" y=".5" width="23" height="23" rx="7" className="fill-ink" />
      <path
        d="M6.2 8.2h4.1a3.6 3.6 0 0 1 3.6 3.6v.4a3.6 3.6 0 0 0 3.6 3.6h.5"
        className="fill-none stroke-on-ink"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="6.4" cy="15.8" r="1.7" className="fill-on-ink" />
      <circle cx="17.8" cy="8.2" r="1.7" className="fill-on-ink" />
    </svg>
  )
}
