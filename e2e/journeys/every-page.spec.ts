import { expect, type Page, test } from '@playwright/test'
import type { Assessment } from '@/lib/model/assessment'
import { faults } from '../pages/accessible'
import { settled } from '../pages/frame'
import { PAGES, type Place, pageFiles } from '../pages/page-list'
import { asPerson } from '../server/api'
import { someRun } from '../server/organizations'
import { STUDY_ORG, sessionOf } from '../server/sessions'
import { someFinding } from '../server/some-finding'
import { somePack } from '../server/some-pack'
import { someRequest } from '../server/some-request'

/** Whoever may open most pages: an assessor of the study. The others are opened by the auditor. */
const PERSON = 'assessor'

test.use({ storageState: sessionOf(PERSON), contextOptions: { reducedMotion: 'reduce' } })

async function studyPlace(): Promise<Place> {
  const { items } = await asPerson(PERSON, (api) =>
    api.get<{ items: Assessment[] }>(`/api/v1/orgs/${STUDY_ORG}/assessments`),
  )
  const idOf = (state: string) => items.find((one) => one.state === state)?.id ?? ''
  const members = await asPerson('auditor', (api) =>
    api.get<{ items: { userId: string }[] }>(`/api/v1/orgs/${STUDY_ORG}/members`),
  )
  return {
    org: STUDY_ORG,
    deployment: 'payments-platform',
    draft: idOf('draft'),
    approved: idOf('approved'),
    member: members.items[0]?.userId ?? '',
    ...(await asPerson(PERSON, (api) => someRun(api, STUDY_ORG))),
    ...(await asPerson(PERSON, (api) => someFinding(api, STUDY_ORG))),
    ...(await asPerson('auditor', (api) => somePack(api, STUDY_ORG))),
    ...(await asPerson('auditor', (api) => someRequest(api, STUDY_ORG))),
  }
}

/** What sticks out at the right edge of the page, if the page scrolls sideways. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((node) => `${node.tagName.toLowerCase()} ${node.textContent?.slice(0, 40)}`)
  })

test('every page of the product is tried here', () => {
  expect(Object.keys(PAGES).toSorted()).toEqual(pageFiles())
})

test('no page fails over an address that was cut short, repeated or made up', async ({ request }) => {
  const place = await studyPlace()
  const queries = [
    'deployment=nope',
    'deployment=a&deployment=b',
    'cursor=x',
    'search=%00',
    'at=2026-99-99',
    'limit=-1',
  ]
  const failed: string[] = []
  for (const address of Object.values(PAGES).flatMap(({ addresses }) => addresses(place))) {
    for (const query of queries) {
      const asked = `${address}${address.includes('?') ? '&' : '?'}${query}`
      if ((await request.get(asked)).status() >= 500) failed.push(asked)
    }
  }
  expect(failed).toEqual([])
})

for (const [file, { addresses, roles }] of Object.entries(PAGES)) {
  test(`${file} is accessible in light and dark, and never scrolls sideways`, async ({ page, browser }) => {
    const as = file.includes('(auth)') ? undefined : (roles?.includes('assessor') ?? true) ? PERSON : 'auditor'
    const storageState = as && sessionOf(as)
    const reader = as === PERSON ? page : await (await browser.newContext({ storageState })).newPage()
    for (const address of addresses(await studyPlace())) {
      await reader.setViewportSize({ width: 1280, height: 900 })
      await reader.emulateMedia({ colorScheme: 'light' })
      await reader.goto(address)
      await settled(reader)
      expect.soft(await faults(reader), `${address} in light`).toEqual([])
      await reader.emulateMedia({ colorScheme: 'dark' })
      expect.soft(await faults(reader), `${address} in dark`).toEqual([])
      await reader.setViewportSize({ width: 360, height: 740 })
      expect.soft(await sticksOut(reader), `${address} at 360 pixels`).toEqual([])
      expect.soft(await faults(reader), `${address} at 360 pixels`).toEqual([])
    }
  })
}
