import type { Schema } from './schema'

/** A row as a query gives it, and as an insert takes it. Sealed columns are still sealed. */
export type Row<Table extends keyof Schema> = Schema[Table]['$inferSelect']
export type NewRow<Table extends keyof Schema> = Schema[Table]['$inferInsert']
