'use client'

import type { ReactNode } from 'react'

/** Where the client of the studio's procedures will stand. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  return children
}
