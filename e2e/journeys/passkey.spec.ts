import { expect, type Page, test } from '@playwright/test'
import type { Role } from '@/lib/model/actor'
import { authenticator } from '../pages/authenticator'
import { card, frame } from '../pages/frame'
import { asPerson } from '../server/api'
import { fresh, newDeployment, newOrganization } from '../server/organizations'
import { issueLink } from '../server/sessions'

/** Somebody of their own for one journey, who comes by a one-time link. */
async function newcomer(page: Page, role: Role = 'viewer') {
  const { slug: org } = await newOrganization('Passkey Works')
  const email = `${fresh('pia')}@example.test`
  const arrive = async (on: Page) => {
    await on.goto(await issueLink(org, role, email))
    await expect(on).toHaveURL(/\/portfolio$/)
  }
  await arrive(page)
  return { org, email, arrive }
}

/** From the user's menu to one's own account. */
async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account and appearance$/ }).click()
  await page.getByRole('link', { name: 'Your account' }).click()
  await expect(page).toHaveURL(/\/account$/)
}

const confirmation = (page: Page) => page.getByRole('dialog', { name: 'Confirm that it is you' })
const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' })

test('whoever came by a link adds a passkey, signs out and comes back with it', async ({ page }) => {
  const device = await authenticator(page)
  await newcomer(page)
  await openAccount(page)
  const passkeys = card(page, 'Your passkeys')
  await expect(passkeys.getByText('No passkeys yet')).toBeVisible()
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(passkeys.getByRole('listitem')).toHaveCount(1)
  await expect(passkeys.getByRole('listitem')).toContainText('never used')
  expect(await device.count()).toBe(1)

  await frame(page).signOut()
  await signInButton(page).click()
  await expect(page).toHaveURL(/\/portfolio$/)
  await openAccount(page)
  await expect(passkeys.getByRole('listitem')).toContainText(/last used .* its counter stands at \d+/)
  await expect(card(page, 'Where you are signed in').getByText(/^Passkey, /)).toBeVisible()
})

test('a passkey is renamed and removed, with a warning when it is the last way in', async ({ page }) => {
  await authenticator(page)
  await newcomer(page)
  await openAccount(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const passkeys = card(page, 'Your passkeys')
  await passkeys.getByRole('button', { name: /^Rename / }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Blue key')
  await page.getByRole('button', { name: 'Save' }).click()
  await confirmation(page).getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(passkeys.getByText('Blue key', { exact: true })).toBeVisible()

  await passkeys.getByRole('button', { name: 'Remove Blue key' }).click()
  const asked = page.getByRole('dialog', { name: 'Remove “Blue key”?' })
  await expect(asked).toContainText('This is your last way to sign in')
  await asked.getByRole('button', { name: 'Remove my last way in' }).click()
  await expect(passkeys.getByText('No passkeys yet')).toBeVisible()
})

test('a passkey that is not given, and one that nobody knows, sign nobody in, and it is said why', async ({ page }) => {
  const device = await authenticator(page)
  await newcomer(page)
  await openAccount(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(card(page, 'Your passkeys').getByRole('listitem')).toHaveCount(1)
  await frame(page).signOut()

  await device.recognises(false)
  await signInButton(page).click()
  await expect(page.getByText('No passkey was given')).toBeVisible()
  await expect(signInButton(page)).toBeEnabled()
  await device.recognises(true)
  await signInButton(page).click()
  await expect(page).toHaveURL(/\/portfolio$/)

  await openAccount(page)
  await page.getByRole('button', { name: /^Remove / }).click()
  await page.getByRole('button', { name: 'Remove my last way in' }).click()
  await expect(page.getByText('No passkeys yet')).toBeVisible()
  await frame(page).signOut()
  await signInButton(page).click()
  await expect(page.getByText('This passkey does not sign anybody in here.')).toBeVisible()
})

test('deleting asks for a fresh proof first, and goes on by itself once it is given', async ({ page }) => {
  await authenticator(page)
  const { org } = await newcomer(page, 'admin')
  await asPerson('founder', (api) => newDeployment(api, org, 'Warehouse'))
  await page.goto(`/${org}/deployments/warehouse`)
  await page.getByRole('button', { name: 'Delete' }).click()
  const asked = page.getByRole('dialog', { name: 'Delete Warehouse?' })
  await asked.getByRole('button', { name: 'Delete' }).click()

  await expect(confirmation(page)).toContainText('needs a fresh proof of who you are')
  await page.keyboard.press('Escape')
  await expect(asked).toContainText('Prove that it is you once more')
  await asked.getByRole('button', { name: 'Delete' }).click()
  await confirmation(page).getByRole('button', { name: 'Add a passkey first' }).click()
  await confirmation(page).getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(page).toHaveURL(new RegExp(`/${org}/deployments$`))
  await expect(page.getByText('Warehouse deleted')).toBeVisible()
})

test('a session against which something speaks reads nothing more until its person confirms', async ({ page }) => {
  await authenticator(page)
  const { org } = await newcomer(page)
  await openAccount(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(card(page, 'Your passkeys').getByRole('listitem')).toHaveCount(1)
  // Ten refusals within minutes are unusual enough.
  const statuses = await page.evaluate(async (path) => {
    const ask = () =>
      fetch(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"name":"x"}' })
    const seen: number[] = []
    for (let n = 0; n < 10; n += 1) seen.push((await ask()).status)
    return seen
  }, `/api/v1/orgs/${org}`)
  expect(new Set(statuses)).toEqual(new Set([403]))

  await page.goto(`/${org}/deployments`)
  await page.getByRole('main').getByRole('button', { name: 'Confirm' }).click()
  await confirmation(page).getByRole('button', { name: 'Confirm with your passkey' }).click()
  await expect(frame(page).heading).toHaveText('No deployment yet')
  await openAccount(page)
  await expect(card(page, 'Where you are signed in')).toContainText('10 requests were refused within five minutes')
})

test('a session that is ended elsewhere is out at its next click', async ({ page, browser }) => {
  const { arrive } = await newcomer(page)
  const other = await (await browser.newContext()).newPage()
  await arrive(other)
  await openAccount(other)

  await openAccount(page)
  const sessions = card(page, 'Where you are signed in')
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await expect(sessions.getByText('this session')).toHaveCount(1)
  await sessions.getByRole('button', { name: /^End the session in Chrome/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)

  await other.getByRole('link', { name: 'Portfolio' }).first().click()
  await expect(other).toHaveURL(/\/sign-in$/)
  await other.context().close()
  await page.reload()
  await expect(page).toHaveURL(/\/account$/)
})
