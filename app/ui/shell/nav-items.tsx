import { Hash, PhoneCall, ScrollText, Settings, Signature, UsersRound, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'

type Role = 'operator' | 'compliance' | 'release_manager' | 'admin' | 'auditor'

export type NavKey = 'flows' | 'review' | 'numbers' | 'calls' | 'audit' | 'people' | 'settings'

export type NavItem = {
  key: NavKey
  href: string
  icon: ReactNode
  /** Who finds something to do or to read there. */
  roles: readonly Role[]
  /** Stands at the foot, apart from the daily work. */
  foot?: true
}

const everyone = ['operator', 'compliance', 'release_manager', 'admin', 'auditor'] as const

const items: readonly NavItem[] = [
  { key: 'flows', href: '/flows', icon: <Workflow />, roles: everyone },
  { key: 'review', href: '/review', icon: <Signature />, roles: everyone },
  { key: 'numbers', href: '/numbers', icon: <Hash />, roles: everyone },
  { key: 'calls', href: '/calls', icon: <PhoneCall />, roles: everyone },
  { key: 'audit', href: '/audit', icon: <ScrollText />, roles: ['compliance', 'admin', 'auditor'] },
  { key: 'people', href: '/people', icon: <UsersRound />, roles: ['admin', 'auditor'] },
  { key: 'settings', href: '/settings', icon: <Settings />, roles: ['admin'], foot: true },
]

/** The rooms a person may enter. This only spares a walk to a closed door; the door itself is the server's. */
export function navItemsFor(roles: readonly Role[]): NavItem[] {
  return items.filter((item) => item.roles.some((role) => roles.includes(role)))
}
