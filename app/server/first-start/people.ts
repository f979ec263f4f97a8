import type { Role } from '#flows/release/permissions'

/** Who works in the demo organisation: one person per role. */
export const demoPeople: readonly { role: Role; name: string; title: string; email: string }[] = [
  { role: 'operator', name: 'Olivia Park', title: 'Contact centre lead', email: 'operator@riverside.example' },
  { role: 'compliance', name: 'Marcus Chen', title: 'Compliance officer', email: 'compliance@riverside.example' },
  { role: 'release_manager', name: 'Renata Alvarez', title: 'Release manager', email: 'release@riverside.example' },
  { role: 'admin', name: 'Ada Whitfield', title: 'IT administrator', email: 'admin@riverside.example' },
  { role: 'auditor', name: 'Jonas Weber', title: 'Internal auditor', email: 'auditor@riverside.example' },
]
