import type { ReactNode } from 'react'

/** A key of the keyboard: square. Keys of a phone are round, see PhoneKey. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd className="whitespace-nowrap rounded-key border border-line bg-paper px-1 font-medium font-sans text-[0.6875rem] text-text-3 leading-4">
      {children}
    </kbd>
  )
}
