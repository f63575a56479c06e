import { expect, type Locator, type Page } from '@playwright/test'

/** What stands around every signed-in page: menu, palette, keys, account. */
export const frame = (page: Page) => ({
  heading: page.getByRole('heading', { level: 1 }),
  synthetic: page.getByRole('banner').getByText(/^Synthetic study$/),
  menu: page.getByRole('navigation', { name: 'Main' }),
  menuButton: page.getByRole('button', { name: 'Menu', exact: true }),
  palette: page.getByRole('dialog', { name: 'Search or jump to' }),
  keys: page.getByRole('dialog', { name: 'Keys' }),

  async signOut(): Promise<void> {
    await page.getByRole('button', { name: /account and appearance$/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
  },
})

/** The card with this heading. */
export const card = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name }).first()

/** Waits until everything that loads late is there: skeletons are gone and fonts are in. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.animate-pulse')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Presses a key that the page's script listens for, until it does: a page can be read before it listens. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(shown).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
}

/** Opens the drawer behind the figures of a card or chart. */
export async function openHow(page: Page, near: Locator): Promise<Locator> {
  await near.getByRole('button', { name: 'How is this computed?' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  return drawer
}
