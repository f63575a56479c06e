import { expect, type Page, test } from '@playwright/test'
import { faultsInBothThemes } from '../pages/accessible'
import { card, frame, settled } from '../pages/frame'
import { asPerson } from '../server/api'
import { type FakeCluster, fakeCluster } from '../server/fake-cluster'
import { newOrganization } from '../server/organizations'
import { proveAgain } from '../server/proven'
import { PEOPLE, STUDY_ORG, sessionOf } from '../server/sessions'

const FINDING = 'Cluster administrator by a standing binding'

let cluster: FakeCluster

/** An administrator, who proved who they are, names the cluster and gives what opens it. */
async function connect(page: Page, org: string): Promise<string> {
  await page.goto(`/${org}/connections`)
  await proveAgain(page, { org, email: PEOPLE.admin.email, role: 'admin' })
  await page.goto(`/${org}/connections/new`)
  await page.getByRole('link', { name: /^Kubernetes/ }).click()
  await page.getByRole('textbox', { name: /^Name(?!spaces)/ }).fill('Shop cluster')
  await page.getByRole('textbox', { name: /^Cluster/ }).fill('shop')
  await page.getByLabel('Kubeconfig').fill(cluster.kubeconfig)
  await page.getByRole('button', { name: 'Add the connection' }).click()
  await expect(frame(page).heading).toHaveText('Shop cluster: not read yet')
  expect(await page.content()).not.toContain('journeys-own-token')
  return page.url()
}

test.describe('a cluster', () => {
  test.use({ storageState: sessionOf('admin') })
  test.beforeAll(async () => {
    cluster = await fakeCluster()
  })
  test.afterAll(() => cluster.stop())

  test('is connected, tested, watched while it is read, and what was found is decided', async ({ page, browser }) => {
    const { slug: org } = await newOrganization('Posture Works', 'admin', 'assessor')
    const connection = await connect(page, org)
    const assessor = await (await browser.newContext({ storageState: sessionOf('assessor') })).newPage()
    await assessor.goto(connection)
    await assessor.getByRole('button', { name: 'Test the permissions' }).click()
    await expect(card(assessor, 'What it may read')).toContainText('Allow: get /metrics')
    expect(await faultsInBothThemes(assessor)).toEqual([])

    cluster.hold('/api/v1/pods')
    await assessor.getByRole('button', { name: 'Run now' }).click()
    await expect(card(assessor, 'Progress')).toContainText(/[1-8] of 9 units/)
    cluster.release()
    await expect(frame(assessor).heading).toContainText('resources read')
    await expect(card(assessor, 'What was read')).toContainText('get /metrics')
    await settled(assessor)
    expect(await faultsInBothThemes(assessor)).toEqual([])

    await assessor.goto(`/${org}/findings`)
    await assessor.getByRole('link', { name: FINDING }).click()
    await decide(assessor)
    expect(await faultsInBothThemes(assessor)).toEqual([])
    await assessor.goto(`/${org}/findings`)
    await expect(assessor.getByRole('link', { name: FINDING })).toHaveCount(0)
  })

  test('that hangs is let go within seconds of being told to', async ({ page }) => {
    const { slug: org } = await newOrganization('Hanging Works', 'admin')
    await connect(page, org)
    cluster.hold('/api/v1/namespaces')
    await page.getByRole('button', { name: 'Run now' }).click()
    await expect(card(page, 'Progress')).toContainText('units')
    await page.getByRole('button', { name: 'Cancel the run' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click()
    await expect(frame(page).heading).toHaveText('The run of Shop cluster was cancelled', { timeout: 5_000 })
    cluster.release()
  })
})

/** Gives it to somebody, says why, and accepts its risk: it counts as failing all the same, and says what that costs. */
async function decide(page: Page): Promise<void> {
  await expect(frame(page).heading).toHaveText(FINDING)
  await page.getByRole('button', { name: 'Assign…' }).click()
  await page.getByRole('dialog').getByLabel('Owner').selectOption({ label: 'Ines Okafor' })
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByText('Assigned to Ines Okafor')).toBeVisible()
  await page.getByLabel('Remark').fill('Break-glass group of the people on call.')
  await page.getByRole('button', { name: 'Remark' }).click()
  await expect(card(page, 'History')).toContainText('Break-glass group of the people on call.')
  await page.getByRole('button', { name: 'Accept risk…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Who answers for the risk').selectOption({ label: 'Ines Okafor' })
  await dialog.getByLabel('Why it is acceptable').fill('Until access on request is live.')
  await dialog.getByRole('button', { name: 'Accept risk' }).click()
  await expect(card(page, 'If fixed')).toContainText('it counts as failing all the same')
}

/** Two records of a scanner of the journey's own: one that fails, one that passes. */
const SCAN = JSON.stringify(
  ['FAIL', 'PASS'].map((status_code, n) => ({
    class_uid: 2003,
    metadata: {
      event_code: 'laptop-encryption',
      product: { name: 'Journey scanner', version: '1.0' },
      version: '1.4.0',
    },
    finding_info: { title: 'Laptop has no disk encryption', uid: `laptop-${n}` },
    severity_id: 4,
    status_code,
    time_dt: '2026-01-05T08:00:00Z',
    resources: [{ uid: `laptop-${n}`, type: 'device', name: `Laptop ${n}` }],
    compliance: { standards: ['NIST-800-53-Revision-5'], requirements: ['SC-28'] },
  })),
)

test.describe('an assessor', () => {
  test.use({ storageState: sessionOf('assessor') })

  test('finds what another scanner saw among the findings, with where it came from', async ({ page }) => {
    const { slug: org } = await newOrganization('Scanner Works', 'assessor')
    const query = new URLSearchParams({ fileName: 'laptops.ocsf.json' })
    const report = await asPerson('assessor', (api) =>
      api.upload(`/api/v1/orgs/${org}/findings/import?${query}`, SCAN, 'application/json'),
    )
    expect(report).toMatchObject({ records: 2, opened: 1, mapped: 1, notFindings: { pass: 1 }, rejected: 0 })
    await page.goto(`/${org}/findings`)
    await page.getByRole('link', { name: 'Laptop has no disk encryption' }).click()
    const origin = card(page, 'Where it came from')
    await expect(origin).toContainText('Journey scanner 1.0')
    await expect(origin).toContainText('laptops.ocsf.json')
  })
})

test.describe('a CISO', () => {
  test.use({ storageState: sessionOf('ciso') })

  test('comes from a layer to the resource that fails in three clicks', async ({ page }) => {
    await page.goto(`/${STUDY_ORG}/posture`)
    await expect(frame(page).synthetic).toBeVisible()
    const network = card(page, 'Network Micro-Segmentation')
    await network.locator('summary', { hasText: 'NET-02' }).click()
    await network
      .getByRole('link', { name: /No security group admits .* on all ports/ })
      .first()
      .click()
    await expect(frame(page).heading).toContainText('Security group lets the internet in on all ports')
    await page.getByRole('link', { name: 'Its findings' }).click()
    await expect(page.getByRole('row', { name: /patient-billing/ })).toBeVisible()
  })
})

test.describe('an auditor', () => {
  test.use({ storageState: sessionOf('auditor') })

  test('takes what is on the screen away as CSV and as OCSF', async ({ page }) => {
    await page.goto(`/${STUDY_ORG}/findings?severity=critical`)
    const shown = await page
      .getByRole('table', { name: 'Findings' })
      .getByRole('rowheader')
      .getByRole('link')
      .allTextContents()
    expect(shown.length).toBeGreaterThan(0)
    const take = async (name: string | RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      await page.keyboard.press('Escape')
      return Buffer.concat(chunks).toString('utf8')
    }
    const csv = await take('CSV')
    const events = JSON.parse(await take(/^OCSF/)) as { class_uid: number; finding_info: { title: string } }[]
    expect(csv.trim().split('\n')).toHaveLength(shown.length + 1)
    for (const title of shown) expect(csv).toContain(title)
    expect(events.map(({ class_uid }) => class_uid)).toEqual(shown.map(() => 2003))
    expect(events.map(({ finding_info }) => finding_info.title).toSorted()).toEqual(shown.toSorted())
  })
})
