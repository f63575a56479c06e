import { expect, type Page, test } from '@playwright/test'
import { card, frame, settled } from '../pages/frame'
import { asPerson } from '../server/api'
import { endProvider, type JourneyProvider, newProvider, visitorOf } from '../server/identity-provider'
import { newOrganization } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { keepCookie } from '../server/sessions'

let idp: JourneyProvider
let org: string

test.beforeAll(async () => {
  idp = await newProvider('contoso')
  org = (await newOrganization('Contoso Works')).slug
  const admin = `${org}-admin`
  const [cookie = ''] = await provenCookies([{ org, role: 'admin', email: `${admin}@example.test`, state: 'live' }])
  keepCookie(admin, cookie)
  await asPerson(admin, async (api) => {
    for (const [group, role] of Object.entries({ directors: 'admin', readers: 'viewer', guests: 'viewer' })) {
      await api.send('POST', `/api/v1/orgs/${org}/group-roles`, { provider: idp.id, group, role })
    }
  })
})
test.afterAll(() => endProvider(idp))

const button = (page: Page) => page.getByRole('button', { name: `Continue with ${idp.name}` })

/** From the sign-in page through the provider, back to where they were going. */
async function enter(page: Page): Promise<void> {
  await page.goto(`/sign-in?next=/${org}`)
  await button(page).click()
  // The sign-in page's own address ends in where they were going, too.
  await expect(page).toHaveURL((url) => url.pathname === `/${org}`)
  await settled(page)
}

test('a group gives the role: in with single sign-on, a fresh sign-in for a sensitive act, and out', async ({
  page,
}) => {
  idp.visitor = { ...visitorOf('Dora', 'directors'), provenSecondsAgo: 3600 }
  await enter(page)
  await page.goto(`/${org}/access-rules`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Members enter from any network/)
  await expect(card(page, 'Group roles').getByRole('row', { name: /directors/ })).toContainText('admin')

  await page.getByRole('textbox', { name: 'Days between reviews' }).fill('30')
  await page.getByRole('button', { name: 'Save access rules' }).click()
  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' })
  idp.visitor = { ...idp.visitor, provenSecondsAgo: 0 }
  await asked.getByRole('button', { name: `Sign in again with ${idp.name}` }).click()
  await expect(asked).toBeHidden()
  await expect(page).toHaveURL(new RegExp(`/${org}/access-rules$`))
  await page.getByRole('textbox', { name: 'Days between reviews' }).fill('30')
  await page.getByRole('button', { name: 'Save access rules' }).click()
  await expect(page.getByText('Access rules saved')).toBeVisible()

  await page.getByRole('textbox', { name: 'Allowed networks' }).fill('198.51.100.0/24')
  await page.getByRole('button', { name: 'Save access rules' }).click()
  await expect(page.getByText('These rules would lock you out.')).toBeVisible()
  await expect(page.getByText(/^must contain the address you are at now/)).toBeVisible()

  await frame(page).signOut()
  await page.goto(`/${org}`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a fresh sign-in of somebody else is refused, and who is signed in stays so', async ({ page, context }) => {
  idp.visitor = visitorOf('Rhea', 'readers')
  await enter(page)
  await context.clearCookies({ domain: 'localhost', name: /^_/ })
  idp.visitor = visitorOf('Mallory', 'readers')
  await page.evaluate(async (provider) => {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
    const body = new URLSearchParams({ csrfToken, callbackUrl: '/portfolio', json: 'true' })
    const answer = await fetch(`/api/auth/signin/${provider}?prompt=login`, { method: 'POST', body })
    window.location.assign((await answer.json()).url)
  }, idp.id)
  await expect(page.getByText('That is not the account that is signed in here')).toBeVisible()
  await page.getByRole('link', { name: 'Go on as you were' }).click()
  await expect(page).toHaveURL(/\/portfolio$/)
})

test('an account nobody knows is told so and gets in nowhere', async ({ page }) => {
  idp.visitor = visitorOf('Stranger', 'cooks')
  await page.goto('/sign-in')
  await button(page).click()
  await expect(page.getByText('No organization here knows this account')).toBeVisible()
  await page.goto('/portfolio')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('whoever leaves the group loses the role at the next sign-in', async ({ page }) => {
  const guest = visitorOf('Gus', 'guests')
  idp.visitor = guest
  await enter(page)
  await frame(page).signOut()
  idp.visitor = { ...guest, groups: [] }
  await page.goto('/sign-in')
  await button(page).click()
  await expect(page).toHaveURL(/\/portfolio$/)
  expect((await page.request.get(`/${org}`)).status()).toBe(404)
})
