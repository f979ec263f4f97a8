export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

export const themeCookie = 'callwright_theme'

export function isTheme(value: string | undefined): value is Theme {
  return themes.some((theme) => theme === value)
}

/** The theme the server writes into the page, so that the first paint is already right and needs no script. */
export function themeOf(cookie: string | undefined): Theme {
  return isTheme(cookie) ? cookie : 'system'
}
