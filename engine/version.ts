/** The engine's version: stands in every journal entry, and a release's manifest may require a range of it. */
export const engineVersion = '0.1.0'
