import { type Browser, expect, type Page, test } from '@playwright/test'
import { frame } from '../pages/frame'
import { asPerson } from '../server/api'
import { dataDir, runScript } from '../server/command-line'
import { fresh } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { keepCookie, sessionOf } from '../server/sessions'

const REASON = 'The provider of the warehouse has to be replaced tonight'

/** An administrator and a viewer of an organization of their own, each on a page. */
async function onTwoPages(browser: Browser): Promise<{ org: string; admin: Page; viewer: Page }> {
  const org = fresh('elevation')
  const facts = { slug: org, name: 'Elevation Works', sector: 'other', headcount: null, clouds: [] }
  await asPerson('founder', (api) => api.send('POST', '/api/v1/orgs', facts))
  const roles = ['admin', 'viewer'] as const
  const cookies = await provenCookies(
    roles.map((role) => ({ org, role, email: `${role}@${org}.example.test`, state: 'live' })),
  )
  const open = async (place: 0 | 1) => {
    const name = `${org}-${roles[place]}`
    keepCookie(name, cookies[place] ?? '')
    return (await browser.newContext({ storageState: sessionOf(name) })).newPage()
  }
  return { org, admin: await open(0), viewer: await open(1) }
}

async function askFor(page: Page, org: string, role: string, hours: string): Promise<void> {
  await page.goto(`/${org}/elevations`)
  await page.getByRole('combobox', { name: /^Role/ }).selectOption(role)
  await page.getByRole('combobox', { name: /^For/ }).selectOption(hours)
  await page.getByRole('textbox', { name: /^Why/ }).fill(REASON)
  await page.getByRole('button', { name: 'Ask for it' }).click()
  await expect(page.getByRole('row', { name: new RegExp(REASON) }).first()).toContainText('waits')
}

async function approve(page: Page, org: string): Promise<void> {
  await page.goto(`/${org}`)
  await frame(page)
    .menu.getByRole('link', { name: /Higher roles/ })
    .click()
  await page.getByRole('button', { name: /^Approve the request of/ }).click()
  const dialog = page.getByRole('dialog', { name: /a higher role\?$/ })
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(REASON) }).first()).toContainText('counts now')
}

const banner = (page: Page) => page.getByText(/^You act as assessor until/)

test('a viewer is lent a higher role, sees so on every page, and gives it back', async ({ browser }) => {
  const { org, admin, viewer } = await onTwoPages(browser)
  await askFor(viewer, org, 'assessor', '2')
  await expect(viewer.getByText('One request at a time')).toBeVisible()
  expect((await viewer.goto(`/${org}/deployments/new`))?.status()).toBe(404)
  await approve(admin, org)

  expect((await viewer.goto(`/${org}/deployments/new`))?.status()).toBe(200)
  await expect(banner(viewer)).toBeVisible()
  await viewer.getByRole('button', { name: 'End now' }).click()
  await expect(banner(viewer)).toHaveCount(0)
  expect((await viewer.goto(`/${org}/deployments/new`))?.status()).toBe(404)
  await expect(admin.getByRole('link', { name: 'See what' })).toBeVisible()
})

test('a role that was lent ends by itself, while somebody works with it', async ({ browser }) => {
  const { org, admin, viewer } = await onTwoPages(browser)
  await askFor(viewer, org, 'assessor', '1')
  await approve(admin, org)
  await viewer.goto(`/${org}/deployments`)
  await expect(viewer.getByRole('link', { name: 'Add a deployment' }).first()).toBeVisible()
  await runScript('e2e/server/end-elevations.ts', dataDir(), org, '4')
  await viewer.reload()
  await expect(banner(viewer)).toBeVisible()
  // The page itself notices the end: nobody touches it.
  await expect(banner(viewer)).toHaveCount(0)
  await expect(viewer.getByRole('link', { name: 'Add a deployment' })).toHaveCount(0)
  expect((await viewer.goto(`/${org}/deployments/new`))?.status()).toBe(404)
  await viewer.goto(`/${org}/elevations`)
  await expect(viewer.getByRole('row', { name: new RegExp(REASON) })).toContainText('over')
})
