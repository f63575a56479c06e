import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { parseTheme, THEME_COOKIE } from '@/components/theme/theme'
import './globals.css'

/** Inter, shipped with the app: the latin part of the variable font, preloaded. */
const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-inter',
})

export const metadata: Metadata = {
  title: { default: 'Proofline', template: '%s · Proofline' },
  description: 'Zero-trust maturity computed from evidence, and whether the rollout worked.',
  applicationName: 'Proofline',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-icon.png' },
  formatDetection: { telephone: false, address: false, email: false },
  robots: { index: false, follow: false },
}

const LIGHT = '#f7f7f5'
const DARK = '#131412'

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme()
  if (theme === 'light') return { themeColor: LIGHT }
  if (theme === 'dark') return { themeColor: DARK }
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: LIGHT },
      { media: '(prefers-color-scheme: dark)', color: DARK },
    ],
  }
}

/** The reader's choice is known before the first byte, so no page is painted in the wrong theme. */
const chosenTheme = async () => parseTheme((await cookies()).get(THEME_COOKIE)?.value)

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()} className={inter.variable}>
      <body>{children}</body>
    </html>
  )
}
