'use client'

import { useSyncExternalStore } from 'react'
import { parseTheme, type Theme, themeCookie } from './theme'

const CHOICES: readonly { theme: Theme; label: string }[] = [
  { theme: 'system', label: 'System' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
  { theme: 'contrast', label: 'Contrast' },
]

/** Which theme to use. Applied at once, and kept in a cookie so that the server paints the next page with it. */
export function ThemeChoice() {
  const chosen = useSyncExternalStore(watchTheme, currentTheme, () => 'system' as const)
  return (
    <fieldset>
      <legend className="mb-1.5 text-ink-3 text-xs">Appearance</legend>
      <div className="grid grid-cols-4 rounded-md border border-line bg-band p-0.5">
        {CHOICES.map(({ theme, label }) => (
          <label
            key={theme}
            className="rounded-sm px-1.5 py-1 text-center text-ink-2 text-xs has-checked:bg-panel has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="appearance"
              value={theme}
              checked={chosen === theme}
              onChange={() => choose(theme)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const currentTheme = (): Theme => parseTheme(document.documentElement.dataset.theme)

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function choose(theme: Theme) {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser we support
  document.cookie = themeCookie(theme, location.protocol)
}
