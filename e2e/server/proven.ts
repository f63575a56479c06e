import type { Page } from '@playwright/test'
import { dataDir, runScript } from './command-line'
import type { Seat } from './sessions'

/** Who somebody is where, and what became of the session they opened with a passkey. */
export type ProvenSeat = Seat & { state: 'live' | 'expired' | 'revoked' }

/** Cookies of sessions that were opened with a passkey this moment, or that have ended since; people are made members first. */
export const provenCookies = (seats: readonly ProvenSeat[]): Promise<string[]> =>
  runScript<string[]>('e2e/server/open-sessions.ts', dataDir(), JSON.stringify(seats))

/** Gives a page's browser a session that its person opened with a passkey this moment. The dialog has a journey of its own. */
export async function proveAgain(page: Page, seat: Seat): Promise<void> {
  const [cookie = ''] = await provenCookies([{ ...seat, state: 'live' }])
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: new URL('/', page.url()).href }])
}
