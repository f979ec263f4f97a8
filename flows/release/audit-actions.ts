import { z } from 'zod'
import { Role } from './permissions'
import { SignatureMeaning } from './signature'

const nothing = z.strictObject({})
const release = z.strictObject({ flow: z.string(), version: z.number().int(), release_hash: z.string() })
const signing = release.extend({ signature_hash: z.string(), meaning: SignatureMeaning })
const alias = z.strictObject({ flow: z.string(), alias: z.string(), from: z.string().nullable(), to: z.string() })
const number = z.strictObject({ number: z.string(), alias: z.string().nullable() })

/** Every act the audit log knows and what is kept with it. Names are permanent. Turns of calls stand in the journal, not here. */
export const auditActions = {
  'person.signed_in': z.strictObject({ components: z.array(z.string()) }),
  'person.sign_in_failed': z.strictObject({ attempts: z.number().int() }),
  'person.signed_out': nothing,
  'person.created': z.strictObject({ roles: z.array(Role) }),
  'person.changed': z.strictObject({ fields: z.array(z.string()) }),
  'person.disabled': nothing,
  'person.password_changed': nothing,
  'role.granted': z.strictObject({ role: Role }),
  'role.revoked': z.strictObject({ role: Role }),
  'draft.created': z.strictObject({ flow: z.string() }),
  'draft.imported': z.strictObject({ flow: z.string(), source_sha256: z.string(), source: z.string() }),
  'draft.replaced': z.strictObject({ flow: z.string(), revision: z.number().int() }),
  'reference.mapped': z.strictObject({ flow: z.string(), reference: z.string(), environment: z.string() }),
  'release.submitted': release.extend({ layout_sha256: z.string() }),
  'release.signed': signing,
  'release.changes_requested': release,
  'release.approved': signing,
  'release.pointed': alias,
  'release.superseded': release,
  'release.withdrawn': release.extend({ stop_now: z.boolean(), numbers: z.array(z.string()) }),
  'release.refused': release.extend({ reasons: z.array(z.string()) }),
  'release.expired': release,
  'release.archived': release,
  'number.bound': number,
  'number.unbound': number,
  'call.revealed': z.strictObject({ fields: z.array(z.string()) }),
  'settings.changed': z.strictObject({ fields: z.array(z.string()) }),
  'key.rotated': z.strictObject({ key: z.string() }),
  'evidence.exported': z.strictObject({ sha256: z.string() }),
  'audit.verified': z.strictObject({ entries: z.number().int(), ok: z.boolean() }),
  'checkpoint.made': z.strictObject({ size: z.number().int(), head: z.string(), journal_heads: z.number().int() }),
  'installation.seeded': z.strictObject({ samples: z.array(z.string()) }),
} as const
