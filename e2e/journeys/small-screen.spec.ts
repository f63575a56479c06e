import { expect, test } from '@playwright/test'
import { frame, pressUntil } from '../pages/frame'
import { tabTo } from '../pages/keyboard'
import { sessionOf } from '../server/sessions'

test.use({ storageState: sessionOf('ciso') })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the menu opens, leads on and closes behind itself', async ({ page }) => {
    const { menu, menuButton, heading } = frame(page)
    await page.goto('/meridian-health')
    await expect(menu).toBeHidden()
    await menuButton.tap()
    await expect(menu).toBeVisible()
    await menu.getByRole('link', { name: 'Before and after' }).tap()
    await expect(page).toHaveURL(/\/meridian-health\/outcomes$/)
    await expect(menu).toBeHidden()
    await expect(heading).toHaveText(/^Incidents fell/)

    await menuButton.tap()
    await menu.getByRole('button', { name: /^Meridian Health/ }).tap()
    await page.getByRole('list', { name: 'Organizations' }).getByRole('link', { name: 'Kestrel Cloud' }).tap()
    await expect(page).toHaveURL(/\/kestrel-cloud$/)
    await expect(menu).toBeHidden()
  })
})

test('Ctrl-K leads to any page or organization by typing its name', async ({ page }) => {
  const { palette, heading } = frame(page)
  await page.goto('/meridian-health')
  await pressUntil(page, 'Control+k', palette)
  await page.keyboard.type('kestr')
  await expect(palette.getByRole('option')).toHaveText([/^Kestrel Cloud/])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/kestrel-cloud$/)
  await expect(heading).toHaveText(/^Kestrel Cloud is at/)

  await pressUntil(page, 'Meta+k', palette)
  await page.keyboard.type('before')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/kestrel-cloud\/outcomes$/)
})

test('? lists the keys, but not while somebody is typing', async ({ page }) => {
  const { keys } = frame(page)
  await page.goto('/meridian-health/incidents')
  await pressUntil(page, '?', keys)
  await expect(keys).toContainText('Search or jump to a page or organization')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search titles and ids' }).focus()
  await page.keyboard.type('why?')
  await expect(page.getByRole('searchbox')).toHaveValue('why?')
  await expect(keys).toBeHidden()
})

test('the first stop of the keyboard leads past the navigation', async ({ page }) => {
  await page.goto('/meridian-health')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'How is this computed?' }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Stages and scores' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main').getByRole('button', { name: 'How is this computed?' }).first()).toBeFocused()
})
