import { expect, test } from '@playwright/test'
import { card, frame, openHow } from '../pages/frame'
import { requestsWith } from '../server/api'
import { issueLink, PEOPLE, STUDY_ORG } from '../server/sessions'

const STAGES = /^(Traditional|Initial|Advanced|Optimal|not established)/
const METRICS = ['Incidents per month', 'Time to detect, mean', 'Time to resolve, mean', 'Compliance pass rate']

test('a newcomer opens the printed link and sees twelve organizations with their stages and the pooled change', async ({
  page,
  browser,
}) => {
  const { PROOFLINE_E2E_LINK: link = '' } = process.env
  await page.goto(link)
  await expect(page).toHaveURL(/\/portfolio$/)
  await expect(frame(page).synthetic).toBeVisible()

  const rows = page.getByRole('table', { name: 'Stage of each organization in each layer' }).getByRole('row')
  await expect(rows).toHaveCount(1 + 12)
  for (const row of (await rows.all()).slice(1)) await expect(row.getByRole('link', { name: STAGES })).toHaveCount(5)
  await expect(page.getByText('12 organizations, 12 deployments.')).toBeVisible()

  const pooled = card(page, 'Before rollout and at month 12')
  for (const metric of METRICS) {
    const cells = pooled.getByRole('row', { name: metric }).getByRole('cell')
    await expect(cells).toHaveText([/\d/, /\d/, metric === 'Compliance pass rate' ? /^\+/ : /^−\d/, '12'])
  }
  await expect(await openHow(page, pooled)).toContainText(/Formula\s*\S*\d/)

  const second = await browser.newPage()
  await second.goto(link)
  await expect(second.getByText('That link no longer works')).toBeVisible()
  await second.goto('/portfolio')
  await expect(second).toHaveURL(/\/sign-in$/)
  await second.context().close()
})

test('signing out ends the session: the old cookie gets nowhere', async ({ page, context }) => {
  const { email, role } = PEOPLE.ciso
  await page.goto(await issueLink(STUDY_ORG, role, email))
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await frame(page).signOut()
  await page.goto('/portfolio')
  await expect(page).toHaveURL(/\/sign-in$/)

  const old = await requestsWith({ cookie })
  const [portfolio, orgs] = await Promise.all([old.get('/portfolio'), old.get('/api/v1/orgs')])
  await old.dispose()
  expect([portfolio.status(), portfolio.headers().location, orgs.status()]).toEqual([307, '/sign-in', 401])
})

test('a link that is not whole leads to an explanation, and looking ahead does not use a link up', async ({ page }) => {
  await page.goto('/sign-in/link?token=not-a-link')
  await expect(page.getByText('That link no longer works')).toBeVisible()

  const { email, role } = PEOPLE.ciso
  const link = await issueLink(STUDY_ORG, role, email)
  const ahead = await requestsWith({ 'sec-purpose': 'prefetch' })
  expect((await ahead.get(link)).status()).toBe(204)
  await ahead.dispose()
  await page.goto(link)
  await expect(page).toHaveURL(/\/portfolio$/)
})
