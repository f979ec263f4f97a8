export const zoneCookie = 'callwright_zone'

/** The reader's time zone as the browser named it, or UTC where it is missing or unknown to this server. */
export function chooseZone(named: string | undefined): string {
  if (!named) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(named) }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
