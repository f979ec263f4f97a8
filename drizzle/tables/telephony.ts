import type { Kit } from '../kit'

/** Twilio accounts, our numbers, and the keys and secrets of the installation. */
export function telephonyTables(k: Kit) {
  const telephonyAccounts = k.table(
    'telephony_accounts',
    {
      organisation: k.text().notNull(),
      /** What stands in the webhook path; unique in the whole installation, since it is what finds the organisation. */
      id: k.text().notNull(),
      sid: k.text().notNull(),
      name: k.text().notNull(),
      /** Sealed JSON array; two tokens during a rotation, the first signs our own requests. */
      authTokens: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.unique('telephony_accounts_id').on(t.id)],
  )

  const numbers = k.table(
    'numbers',
    {
      organisation: k.text().notNull(),
      number: k.text().notNull(),
      account: k.text().notNull(),
      label: k.text().notNull(),
      site: k.text(),
      humanNumber: k.text(),
      emergencyNumber: k.text().notNull(),
      keywordReplies: k.oneOf(['carrier', 'ours']).notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.number] }), k.unique('numbers_account').on(t.account, t.number)],
  )

  /** What a number rings on a channel: an alias of a flow. */
  const bindings = k.table(
    'bindings',
    {
      organisation: k.text().notNull(),
      number: k.text().notNull(),
      channel: k.oneOf(['voice', 'sms']).notNull(),
      flow: k.text().notNull(),
      alias: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.number, t.channel] }),
      k.index('bindings_flow').on(t.organisation, t.flow, t.alias),
      k.foreignKey({
        name: 'bindings_of_number',
        columns: [t.organisation, t.number],
        foreignColumns: [numbers.organisation, numbers.number],
      }),
    ],
  )

  /** The installation's Ed25519 pairs, one current per organisation; the private half is sealed. */
  const signingKeys = k.table(
    'signing_keys',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      publicPem: k.text().notNull(),
      sealedPrivatePem: k.text().notNull(),
      createdAt: k.instant().notNull(),
      retiredAt: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  /** Keys that encrypt PHI, one per owner, wrapped by the installation key. Deleting a row is erasure. */
  const dataKeys = k.table(
    'data_keys',
    { organisation: k.text().notNull(), owner: k.text().notNull(), wrapped: k.text().notNull() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.owner] })],
  )

  const secrets = k.table(
    'secrets',
    {
      organisation: k.text().notNull(),
      name: k.text().notNull(),
      sealed: k.text().notNull(),
      updatedAt: k.instant().notNull(),
      updatedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.name] })],
  )

  return { telephonyAccounts, numbers, bindings, signingKeys, dataKeys, secrets }
}
