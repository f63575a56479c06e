import { execFile } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { PackRecomputation } from '@/lib/model/pack-recomputation'
import { faults } from '../pages/accessible'
import { frame } from '../pages/frame'
import { asPerson } from '../server/api'
import { fresh } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { keepCookie, sessionOf } from '../server/sessions'

/** A synthetic organization with sources, assessments and records. */
const ORG = 'corvid-payments'
const YEAR = String(new Date().getUTCFullYear())
const ROLES = ['admin', 'assessor', 'auditor'] as const

type People = Record<(typeof ROLES)[number], { page: Page; name: string; email: string }>

/** An administrator, an assessor and an auditor who came for this audit, each on a page of their own. */
async function people(browser: Browser): Promise<People> {
  const mark = fresh('audit')
  const seats = ROLES.map((role) => ({ org: ORG, role, email: `${role}@${mark}.example.test`, state: 'live' as const }))
  const cookies = await provenCookies(seats)
  const entries = await Promise.all(
    seats.map(async ({ role, email }, at) => {
      const name = `${mark}-${role}`
      keepCookie(name, cookies[at] ?? '')
      const context = await browser.newContext({ storageState: sessionOf(name), acceptDownloads: true })
      return [role, { page: await context.newPage(), name, email }] as const
    }),
  )
  return Object.fromEntries(entries) as People
}

/** Lets the auditor in for SOC 2 over the year, and nothing else. */
const letIn = ({ admin, auditor }: People): Promise<void> =>
  asPerson(admin.name, async (api) => {
    const { items } = await api.get<{ items: { userId: string; email: string }[] }>(
      `/api/v1/orgs/${ORG}/members?limit=200`,
    )
    const userId = items.find(({ email }) => email === auditor.email)?.userId
    await api.send('POST', `/api/v1/orgs/${ORG}/audit-engagements`, {
      userId,
      name: `SOC 2, ${YEAR}`,
      frameworks: ['soc2_tsc_2017_rev2022'],
      period: { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
    })
  })

/** What `proofline recompute` says of a pack. */
const recomputed = (file: string): Promise<PackRecomputation> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, ['lib/cli/bootstrap.mjs', 'recompute', file, '--json'], (error, out) =>
      out ? resolve(JSON.parse(out)) : reject(error),
    )
  })

test('an auditor sees what they were let in for, asks, and leaves with a pack that anybody verifies', async ({
  browser,
}) => {
  test.slow()
  const all = await people(browser)
  await letIn(all)
  const { page } = all.auditor

  await page.goto('/')
  await expect(page).toHaveURL(new RegExp(`/${ORG}/audit-desk`))
  await expect(frame(page).heading).toContainText('SOC 2')
  await expect(frame(page).menu.getByRole('link', { name: 'Incidents' })).toHaveCount(0)
  await page.goto(`/${ORG}/incidents`)
  await expect(page.getByRole('main')).toContainText('not part of')

  await page.goto(`/${ORG}/audit-requests/new?framework=soc2_tsc_2017_rev2022&requirement=CC6.1`)
  await page.getByLabel('Title').fill('Joiners of the third quarter')
  await page.getByLabel('What do you need?').fill('The list of accounts created, and who approved each.')
  await page.getByRole('button', { name: /^Ask/ }).click()
  await expect(page).toHaveURL(/audit-requests\/[0-9a-f-]{36}/)
  const request = new URL(page.url()).pathname

  const team = all.assessor.page
  await team.goto(request)
  await team.getByLabel('Answer with a file').setInputFiles({
    name: 'joiners.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('account,approved by\nalice,bob\n'),
  })
  await expect(team.getByText('joiners.csv').first()).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Accept the answer' }).click()
  await expect(page.getByText('Accepted').first()).toBeVisible()

  await page.goto(`/${ORG}/evidence-packs`)
  await expect(page.getByLabel('Framework').getByRole('option')).toHaveCount(1)
  await page.getByLabel('First day').fill(`${YEAR}-01-01`)
  await page.getByLabel('Last day').fill(`${YEAR}-12-31`)
  await page.getByRole('button', { name: 'Build the pack' }).click()
  const download = page.getByRole('button', { name: 'Download' })
  await expect(download).toBeVisible({ timeout: 60_000 })
  expect(await faults(page)).toEqual([])
  const saved = page.waitForEvent('download')
  await download.click()
  const file = await (await saved).path()

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/verify')
  await expect(stranger.getByText('Those of this installation')).toBeVisible()
  await stranger.getByLabel(/Drop an evidence pack/).setInputFiles(file)
  await expect(stranger.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'verified')
  expect((await recomputed(file)).ok).toBe(true)
})
