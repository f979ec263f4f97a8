import type { Role } from '#flows/release/permissions'

/** Somebody who works here, as far as their own sign-in shows it. */
export interface Person {
  id: string
  name: string
  initials: string
  email: string
  /** Their function, printed beside their signature. */
  title: string
  roles: Role[]
  organisation: { id: string; name: string }
}

/** At most two letters: first and last name, or the first two signs of a Chinese name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  if (/^\p{Script=Han}/u.test(name)) return [...name.trim()].slice(0, 2).join('')
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
