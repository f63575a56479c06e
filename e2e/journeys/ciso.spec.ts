import { expect, type Page, test } from '@playwright/test'
import { card, frame, openHow } from '../pages/frame'
import { PAGES, type Place } from '../pages/page-list'
import { sessionOf } from '../server/sessions'

test.use({ storageState: sessionOf('ciso') })

const ORG = '/meridian-health'
const STAGES = ['Traditional', 'Initial', 'Advanced', 'Optimal']
const METRICS = ['Incidents per month', 'Time to detect, mean', 'Time to resolve, mean', 'Compliance pass rate']
const WRITING = /import|\badd\b|edit|new |start|submit|approve\b|send back|undo|delete|create|save/i

/** Layer and stage as the ladder of the page shows them. */
async function ladder(page: Page): Promise<{ layer: string; stage: number }[]> {
  const rungs = card(page, 'Maturity by layer').getByRole('list', { name: 'Layers' }).getByRole('img')
  const names = await rungs.evaluateAll((images) => images.map((image) => image.getAttribute('aria-label') ?? ''))
  return names.map((name) => {
    const [, layer = '', stage = ''] = /^(.*): (\w+)/.exec(name) ?? []
    return { layer, stage: STAGES.indexOf(stage) }
  })
}

test('the overview says in its title at which stage the organization is and which layer holds it back', async ({
  page,
}) => {
  await page.goto('/portfolio')
  await page.getByRole('link', { name: 'Meridian Health', exact: true }).click()
  await expect(page).toHaveURL(ORG)
  const title = frame(page).heading
  await expect(title).toHaveText(/^Meridian Health is at (\w+), held back by .+/)
  const [, stage = '', layer = ''] = /is at (\w+), held back by (.+)/.exec((await title.textContent()) ?? '') ?? []

  const rungs = await ladder(page)
  expect(rungs).toHaveLength(5)
  const lowest = Math.min(...rungs.map((rung) => rung.stage))
  expect(STAGES.indexOf(stage)).toBe(lowest)
  expect(rungs.filter((rung) => rung.stage === lowest).map((rung) => rung.layer)).toContain(layer)
})

test('the overview prints on one A4 page', async ({ page }) => {
  await page.goto(ORG)
  await expect(card(page, 'Maturity by layer')).toBeVisible()
  await expect(card(page, 'Compliance pass rate')).toBeVisible()
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('every metric shows its baseline, its reading and how far it moved', async ({ page }) => {
  await page.goto(ORG)
  for (const metric of METRICS) {
    await expect(card(page, metric)).toContainText(/[−+]\d+\s(%|points)/)
    await expect(card(page, metric)).toContainText(/\d.* → .*\d.* at month 12/)
  }
})

test('a stage can be opened down to the answer and its evidence', async ({ page }) => {
  await page.goto(ORG)
  const drawer = await openHow(page, card(page, 'Maturity by layer'))
  await expect(drawer).toContainText(/Formula\s*maturity\/\d/)
  await expect(drawer).toContainText(/Framework version\s*\d/)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await card(page, 'Maturity by layer').getByRole('link', { name: 'Continuous Monitoring' }).click()
  await expect(page).toHaveURL(/\/maturity\?.*layer=MON/)
  await page.getByRole('link', { name: 'Comprehensive, protected logging' }).click()
  await expect(frame(page).heading).toHaveText(/^Comprehensive, protected logging/)
  await expect(card(page, 'Evidence').getByRole('listitem').first()).toContainText(/collected .* by /)
  await expect(page.getByRole('radio')).toHaveCount(0)
})

test('a chart has the table of its figures behind it, and its formula beside it', async ({ page }) => {
  await page.goto(ORG)
  await card(page, 'Incidents per month').getByRole('link', { name: 'Incidents per month' }).click()
  await expect(page).toHaveURL(/\/outcomes/)
  await expect(frame(page).heading).toHaveText(/^Incidents fell \d+\s% by month 12/)
  const chart = page.getByRole('figure', { name: 'Incidents per month' })
  await expect(chart.getByRole('application', { name: /in the baseline/ })).toBeVisible()

  await chart.getByText('table', { exact: true }).click()
  const table = chart.getByRole('table', { name: 'Incidents per month' })
  await expect(table.getByRole('row').nth(1)).toContainText(/20\d\d/)
  await expect(table.getByRole('row')).toHaveCount(1 + 18)
  await expect(chart.getByRole('application')).toBeHidden()

  await expect(await openHow(page, chart)).toContainText(/Formula\s*outcome\S*\/\d|Formula\s*metrics\S*\d/)
})

test('a viewer sees nothing that writes, and the addresses of what writes are not there', async ({ page, request }) => {
  const none = {
    draft: '',
    approved: '',
    member: '',
    connection: '',
    run: '',
    finding: '',
    resource: '',
    pack: '',
    request: '',
  }
  const place: Place = { org: 'meridian-health', deployment: 'payments-platform', ...none }
  for (const name of ['', '/deployments', '/assessments', '/incidents', '/audits', '/imports', '/outcomes']) {
    await page.goto(`${ORG}${name}`)
    const controls = page.getByRole('main').locator('a, button').filter({ hasText: WRITING })
    await expect(frame(page).heading).toBeVisible()
    expect(await controls.allTextContents(), `on ${ORG}${name}`).toEqual([])
  }
  const writing = Object.values(PAGES).filter(({ needs }) => needs === 'write')
  for (const address of writing.flatMap(({ addresses }) => addresses(place))) {
    expect((await request.get(address)).status(), address).toBe(404)
  }
})
