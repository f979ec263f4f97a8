/** Where a signed-in reader hears a recording we keep. */
export const recordingUrl = (sha256: string): string => `/api/audio/${sha256}`
