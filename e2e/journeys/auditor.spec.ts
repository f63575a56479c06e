import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { Incident } from '@/lib/model/incident'
import { frame } from '../pages/frame'
import { PAGES, type Place } from '../pages/page-list'
import { asPerson, cookieOf, requestsWith } from '../server/api'
import { importIncidents, newOrganization, someRun } from '../server/organizations'
import { sessionOf } from '../server/sessions'
import { someFinding } from '../server/some-finding'
import { somePack } from '../server/some-pack'
import { someRequest } from '../server/some-request'
import { ISO_MAP, isoFile } from './incident-file'

test.use({ storageState: sessionOf('auditor') })

const FORMULAS = ['=HYPERLINK("http://evil.example.test")', '+1+1', '-2+3', '@SUM(A1)', 'plain, with "quotes"']

async function exported(page: Page): Promise<Record<string, string>[]> {
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  return parse(text, { columns: true, bom: true })
}

test('an auditor exports exactly the rows on the screen, and no title runs in a spreadsheet', async ({ page }) => {
  const { slug: org } = await newOrganization('Audited Works', 'auditor')
  const titled = FORMULAS.map(
    (title, i) => `F-${i},"${title.replaceAll('"', '""')}",critical,,2026-06-0${i + 1}T00:00:00Z,`,
  )
  await asPerson('founder', (api) => importIncidents(api, org, `${isoFile()}${titled.join('\n')}\n`, ISO_MAP))

  await page.goto(`/${org}/incidents`)
  await page.getByRole('button', { name: 'Severity: Any severity' }).click()
  await page.getByRole('link', { name: 'Critical' }).click()
  await expect(page).toHaveURL(/severity=critical/)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + FORMULAS.length)
  const rows = await exported(page)
  const { items } = await asPerson('auditor', (api) =>
    api.get<{ items: Incident[] }>(`/api/v1/orgs/${org}/incidents?severity=critical`),
  )
  expect(rows.map(({ externalId }) => externalId)).toEqual(items.map(({ externalId }) => externalId))
  expect(rows.map(({ title }) => title).toReversed()).toEqual(
    FORMULAS.map((title) => (/^[=+\-@]/.test(title) ? `'${title}` : title)),
  )
})

test('an auditor reads every page of an organization and the whole export, and finds nothing to change', async ({
  page,
  request,
}) => {
  const org = 'meridian-health'
  const { items } = await asPerson('auditor', (api) =>
    api.get<{ items: { id: string; state: string }[] }>(`/api/v1/orgs/${org}/assessments`),
  )
  const idOf = (state: string) => items.find((one) => one.state === state)?.id ?? ''
  const members = await asPerson('auditor', (api) =>
    api.get<{ items: { userId: string }[] }>(`/api/v1/orgs/${org}/members`),
  )
  const member = members.items[0]?.userId ?? ''
  const place: Place = {
    org,
    deployment: 'payments-platform',
    draft: idOf('draft'),
    approved: idOf('approved'),
    member,
    ...(await asPerson('assessor', (api) => someRun(api, org))),
    ...(await asPerson('assessor', (api) => someFinding(api, org))),
    ...(await asPerson('auditor', (api) => somePack(api, org))),
    ...(await asPerson('auditor', (api) => someRequest(api, org))),
  }
  // A form that asks changes nothing.
  const asking = ':not(form[method=get] *)'
  const forms = page
    .getByRole('main')
    .locator(`input[type=file], textarea, input[type=date]${asking}, button[type=submit]${asking}`)
  for (const [file, { addresses, needs, roles }] of Object.entries(PAGES).filter(([name]) => name.includes('[org]'))) {
    for (const address of addresses(place)) {
      if (needs === 'write' || !(roles ?? ['auditor']).includes('auditor'))
        expect((await request.get(address)).status(), file).toBe(404)
      else {
        await page.goto(address)
        await expect(frame(page).heading).toBeVisible()
        // A plan is judged without anything being kept; packs, reports and requests are what an auditor came for.
        if (!/\/(plans\/new|evidence-packs|reports|audit-requests\/[^/?]+)$/.test(address))
          await expect(forms, address).toHaveCount(0)
      }
    }
  }
  await page.goto(`/${org}/audits`)
  expect(await exported(page)).toHaveLength(36)

  const requests = await requestsWith({ cookie: cookieOf('auditor') })
  const rename = await requests.patch(`/api/v1/orgs/${org}`, { data: { name: 'Renamed by the auditor' } })
  await requests.dispose()
  expect(rename.status()).toBe(403)
})
