import { createHash } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { Assessment } from '@/lib/model/assessment'
import { card, frame } from '../pages/frame'
import { pressOn, tabTo, typeInto } from '../pages/keyboard'
import { asPerson, cookieOf, requestsWith } from '../server/api'
import { newDeployment, newDraft, newOrganization } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { PEOPLE, sessionOf } from '../server/sessions'

test.use({ storageState: sessionOf('assessor') })

const FILE = Buffer.from('segment,rule\n')

/** An organization whose last assessment stands at Initial, but for segmentation, which is Traditional. */
async function assessedOrganization(): Promise<string> {
  const { slug } = await newOrganization('Assessed Works', 'assessor', 'approver')
  const { id } = await asPerson('assessor', async (api) => {
    const { id: deploymentId } = await newDeployment(api, slug)
    const draft = { deploymentId, name: 'Q1', asOf: '2026-03-31' }
    const made = await newDraft(api, slug, draft, 1, { 'NET-01': 0 })
    return api.send<Assessment>('POST', `/api/v1/orgs/${slug}/assessments/${made.id}/submit`)
  })
  await asPerson('approver', (api) => api.send('POST', `/api/v1/orgs/${slug}/assessments/${id}/approve`))
  return slug
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved \d/ })

/** From the list to the first capability of a draft that starts from the last answers. */
async function startDraft(page: Page, org: string): Promise<void> {
  await page.goto(`/${org}/assessments`)
  await pressOn(page, page.getByRole('link', { name: 'New assessment' }).first())
  await expect(page).toHaveURL(/\/assessments\/new$/)
  await expect(page.getByRole('checkbox', { name: /^Start from the last approved answers/ })).toBeChecked()
  await typeInto(page, page.getByLabel('Name'), 'Q2')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?capability=IAM-01$/)
  await expect(frame(page).heading).toContainText('IAM-01')
}

/** Raises segmentation by one stage and says why. */
async function answer(page: Page): Promise<void> {
  await page.keyboard.press('j')
  await expect(frame(page).heading).toContainText('IAM-02')
  await pressOn(page, page.getByRole('link', { name: 'Network Micro-Segmentation 7 of 7' }))
  await expect(frame(page).heading).toContainText('NET-01')
  await tabTo(page, page.getByRole('radio', { name: 'Traditional' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Initial' })).toBeChecked()
  await expect(saved(page)).toBeVisible()
  await typeInto(page, page.getByLabel('Why this stage'), 'Production is cut into segments.')
  await page.keyboard.press('Tab')
  await expect(saved(page)).toBeVisible()
}

async function addEvidence(page: Page): Promise<void> {
  const evidence = card(page, 'Evidence')
  await pressOn(page, page.getByRole('button', { name: 'Add a link' }))
  await typeInto(page, page.getByLabel('Title'), 'Firewall policy export')
  await typeInto(page, page.getByLabel('Address'), 'https://wiki.example.test/segments')
  await page.keyboard.press('Enter')
  await expect(evidence.getByRole('link', { name: /^Firewall policy export/ })).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await pressOn(page, page.getByLabel('Drop a file, paste, or choose one'))
  await (await chooser).setFiles({ name: 'segments.csv', mimeType: 'text/csv', buffer: FILE })
  await pressOn(page, page.getByRole('button', { name: 'Add the file' }))
  await expect(evidence.getByRole('link', { name: 'segments.csv' })).toBeVisible()
  await expect(evidence.getByTitle(createHash('sha256').update(FILE).digest('hex'))).toBeVisible()
}

const pageOf = async (browser: Browser, person: string): Promise<Page> =>
  (await browser.newContext({ storageState: sessionOf(person) })).newPage()

test('an assessment is answered with the keyboard, approved by somebody else, and never changes again', async ({
  page,
  browser,
}) => {
  const org = await assessedOrganization()
  await page.goto(`/${org}`)
  await expect(frame(page).heading).toHaveText(/is at Traditional, held back by Network Micro-Segmentation$/)

  await startDraft(page, org)
  await answer(page)
  await addEvidence(page)
  await pressOn(page, page.getByRole('button', { name: 'Submit…' }))
  await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }))
  await expect(page.getByText('You submitted this assessment; another person has to approve it.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
  const address = new URL(page.url()).pathname
  const api = `/api/v1/orgs${address}`
  const requests = await requestsWith({ cookie: cookieOf('assessor') })
  expect((await requests.post(`${api}/approve`)).status()).toBe(403)

  const other = await pageOf(browser, 'approver')
  await other.goto(`/${org}`)
  await card(other, 'Needs a decision').getByRole('link', { name: '“Q2” waits for your approval' }).click()
  await expect(
    card(other, 'Differences from the previous assessment').getByRole('row', { name: /NET-01/ }),
  ).toContainText(/Traditional\s*Initial/)
  await other.getByRole('button', { name: 'Approve…' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await expect(card(other, 'Result')).toBeVisible()

  const nothing = { status: 'assessed', stage: 3, targetStage: null, rationale: 'Later.' }
  expect((await requests.put(`${api}/answers/NET-01`, { data: nothing })).status()).toBe(409)
  const [cookie = ''] = await provenCookies([{ org, ...PEOPLE.assessor, state: 'live' }])
  const proven = await requestsWith({ cookie })
  expect((await proven.delete(api)).status()).toBe(409)
  await proven.dispose()
  await requests.dispose()
  await page.goto(`${address}?capability=NET-01`)
  await expect(page.getByText('Production is cut into segments.')).toBeVisible()
  await expect(page.getByRole('radio').or(page.getByRole('button', { name: /Add|Remove|Clear|Submit/ }))).toHaveCount(0)
  await page.goto(`/${org}`)
  await expect(frame(page).heading).toHaveText(/ is at Initial in all five layers$/)
})
