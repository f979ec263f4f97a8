import { z } from 'zod'

/** What a person is here for. One person may hold several; each duty is still checked person by person where it matters. */
export const Role = z.enum(['operator', 'compliance', 'release_manager', 'admin', 'auditor'])
export type Role = z.infer<typeof Role>

export const Permission = z.enum([
  'flow.read',
  'flow.edit',
  'flow.import',
  'flow.rehearse',
  'release.read',
  'release.submit',
  'release.review',
  'release.approve',
  'release.point',
  'release.withdraw',
  'number.read',
  'number.bind',
  'call.read',
  'call.reveal',
  'person.read',
  'person.manage',
  'key.manage',
  'audit.read',
  'audit.verify',
  'evidence.export',
])
/** One thing that can be allowed. `call.reveal` shows what was pressed, said and texted unmasked. */
export type Permission = z.infer<typeof Permission>

const everyone: readonly Permission[] = ['flow.read', 'release.read', 'number.read']

/** The permissions of each role: data, so that a screen can show them and a test can walk them. An admin signs nothing, an auditor changes nothing. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  operator: [...everyone, 'flow.edit', 'flow.import', 'flow.rehearse', 'release.submit', 'call.read'],
  compliance: [
    ...everyone,
    'flow.rehearse',
    'release.review',
    'release.approve',
    'release.withdraw',
    'call.read',
    'call.reveal',
    'audit.read',
    'audit.verify',
    'evidence.export',
  ],
  release_manager: [...everyone, 'flow.rehearse', 'release.point', 'release.withdraw', 'number.bind', 'call.read', 'audit.read'],
  admin: [...everyone, 'person.read', 'person.manage', 'key.manage', 'audit.read'],
  auditor: [...everyone, 'call.read', 'person.read', 'audit.read', 'audit.verify', 'evidence.export'],
}

/** Whether any of the roles allows it. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => permissionsOf[role].includes(permission))
}
