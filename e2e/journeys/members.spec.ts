import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Invited } from '@/lib/model/member'
import { card, frame } from '../pages/frame'
import { asPerson } from '../server/api'
import { fresh } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { keepCookie, sessionOf } from '../server/sessions'

/** An organization with an administrator who proved this moment who they are, and an assessor. */
async function newPlace(): Promise<{ org: string; session: (who: 'admin' | 'assessor') => string }> {
  const org = fresh('membership')
  const facts = { slug: org, name: 'Membership Works', sector: 'other', headcount: null, clouds: [] }
  await asPerson('founder', (api) => api.send('POST', '/api/v1/orgs', facts))
  const roles = ['admin', 'assessor'] as const
  const cookies = await provenCookies(
    roles.map((role) => ({ org, role, email: `${role}@${org}.example.test`, state: 'live' })),
  )
  for (const [place, role] of roles.entries()) keepCookie(`${org}-${role}`, cookies[place] ?? '')
  return { org, session: (who) => sessionOf(`${org}-${who}`) }
}

const pageOf = async (browser: Browser, storageState?: string): Promise<Page> =>
  (await browser.newContext({ storageState })).newPage()

test('an administrator adds a member, whose link works once; every administrator hears of it', async ({ browser }) => {
  const { org, session } = await newPlace()
  const page = await pageOf(browser, session('admin'))
  await page.goto(`/${org}/members`)
  await page.getByRole('button', { name: 'Add a member' }).click()
  const dialog = page.getByRole('dialog', { name: /Add a member|is a member$/ })
  await dialog.getByLabel('E-mail address').fill(`аda@${org}.example.test`)
  await dialog.getByLabel(/^Name/).fill('Ada New')
  await dialog.getByRole('button', { name: 'Add the member' }).click()
  await expect(dialog.getByText('U+0430')).toBeVisible()
  await dialog.getByLabel('E-mail address').fill(`ada@${org}.example.test`)
  await dialog.getByRole('combobox', { name: /^Role/ }).selectOption('auditor')
  await expect(dialog.getByLabel('Last day')).not.toHaveValue('')
  await dialog.getByRole('button', { name: 'Add the member' }).click()
  const link = await dialog.getByLabel('Sign-in link').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: /Ada New/ })).toContainText('nothing yet')

  const newcomer = await pageOf(browser)
  await newcomer.goto(new URL(link).pathname + new URL(link).search)
  await expect(newcomer).toHaveURL(/\/portfolio$/)
  await newcomer.goto(`/${org}/audit-log`)
  await expect(frame(newcomer).heading).toBeVisible()
  const late = await pageOf(browser)
  await late.goto(new URL(link).pathname + new URL(link).search)
  await expect(late.getByText('That link no longer works')).toBeVisible()

  await page.goto(`/${org}`)
  await page.getByRole('link', { name: 'See what' }).click()
  const notices = card(page, 'Administrators should know')
  await expect(notices).toContainText('A sign-in link was issued for Ada New')
  await notices.getByRole('button', { name: 'Mark as seen' }).click()
  await expect(page.getByText(/administrators should know$/)).toHaveCount(0)
  await expect(notices).toContainText('You have seen all of it.')
})

test('a role change and a removal count from the next request of an open session', async ({ browser }) => {
  const { org, session } = await newPlace()
  const [page, assessor] = [await pageOf(browser, session('admin')), await pageOf(browser, session('assessor'))]
  await assessor.goto(`/${org}/deployments/new`)
  await expect(frame(assessor).heading).not.toHaveText(/not here/)

  await page.goto(`/${org}/members`)
  await page.getByRole('link', { name: `assessor@${org}.example.test` }).click()
  await page.getByRole('combobox', { name: /^Role/ }).selectOption('viewer')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('main')).toContainText(/Role\s*Viewer/)
  expect((await assessor.reload())?.status()).toBe(404)
  expect((await assessor.goto(`/${org}`))?.status()).toBe(200)

  await page.getByRole('button', { name: 'Remove…' }).click()
  await page
    .getByRole('dialog', { name: /^Remove/ })
    .getByRole('button', { name: 'Remove the member' })
    .click()
  await expect(page).toHaveURL(new RegExp(`/${org}/members$`))
  expect((await assessor.reload())?.status()).toBe(404)
})

test('ending the sessions of a member asks every one of them to sign in again', async ({ browser }) => {
  const { org, session } = await newPlace()
  const [page, assessor] = [await pageOf(browser, session('admin')), await pageOf(browser, session('assessor'))]
  await assessor.goto(`/${org}`)
  await page.goto(`/${org}/members`)
  await page.getByRole('link', { name: `assessor@${org}.example.test` }).click()
  const sessions = card(page, 'Sessions')
  await expect(sessions.getByRole('row')).toHaveCount(1 + 1)
  await sessions.getByRole('button', { name: 'End all sessions…' }).click()
  await page
    .getByRole('dialog', { name: /^End every/ })
    .getByRole('button', { name: 'End the sessions' })
    .click()
  await expect(sessions).toContainText('is not signed in anywhere')
  await assessor.goto(`/${org}`)
  await expect(assessor).toHaveURL(/\/sign-in/)
})

test('a review keeps several memberships at once, and its export is the list', async ({ browser }) => {
  const { org, session } = await newPlace()
  const viewer = { email: `viewer@${org}.example.test`, name: 'Vera Viewer', role: 'viewer' }
  await asPerson(`${org}-admin`, (api) => api.send<Invited>('POST', `/api/v1/orgs/${org}/members`, viewer))
  const page = await pageOf(browser, session('admin'))
  await page.goto(`/${org}/access-review`)
  const table = page.getByRole('table', { name: /Members, those first/ })
  await expect(table.getByRole('row', { name: /never/ }).filter({ hasText: 'Vera Viewer' })).toBeVisible()
  await page.getByLabel('Choose Vera Viewer').check()
  await page.getByLabel(`Choose assessor@${org}.example.test`).check()
  await page.getByRole('button', { name: 'Keep 2' }).click()
  await expect(page.getByText('2 memberships stay')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep those chosen' })).toBeDisabled()
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe(`${org}-access-review.csv`)
})
