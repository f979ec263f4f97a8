/** What a reviewer reads, in this order. The names stand in the audit log beside the approval. */
export const sections = ['words', 'paths', 'checks', 'data', 'settings'] as const
export type Section = (typeof sections)[number]
