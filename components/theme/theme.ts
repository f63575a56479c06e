/** What a reader may choose; `system` follows the operating system, contrast included. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'

/** The theme named by a cookie's value; anything else, or nothing, follows the system. */
export const parseTheme = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system'

const YEAR_SECONDS = 31_536_000

/** What keeps a theme for a year; over https it is sent over https alone. */
export const themeCookie = (theme: Theme, protocol: string): string =>
  `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${protocol === 'https:' ? '; secure' : ''}`
