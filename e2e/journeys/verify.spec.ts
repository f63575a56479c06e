import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { verifyPack } from '@/lib/evidence/verify-pack/verify-pack'
import type { PackVerification } from '@/lib/model/pack-verification'
import { type PackSet, packSet } from '@/lib/testing/tampered-packs'
import { faults } from '../pages/accessible'

let folder: string
let set: PackSet

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofline-packs-'))
  set = await packSet()
})
test.afterAll(() => rm(folder, { recursive: true }))

const zip = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
const json = (name: string, value: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
})

/** Opens the page and lets it believe these keys. */
async function openWith(page: Page, keys: unknown): Promise<void> {
  await page.goto('/verify')
  await expect(page.getByText('Those of this installation')).toBeVisible()
  await believe(page, keys)
}

async function believe(page: Page, keys: unknown): Promise<void> {
  const more = page.getByText('Believe other keys')
  if (!(await page.getByLabel(/Key history in a file/).isVisible())) await more.click()
  await page.getByLabel(/Key history in a file/).setInputFiles(json('proofline-keys.json', keys))
  await expect(page.getByText('Those in proofline-keys.json.')).toBeVisible()
}

/** What the page says of a pack: the verdict, and each fault's reason and file. */
async function said(page: Page, name: string, bytes: Uint8Array) {
  await page.getByLabel(/Drop an evidence pack/).setInputFiles(zip(name, bytes))
  const result = page.locator('[data-verdict]').filter({ hasText: name })
  await expect(result).toBeVisible()
  const reasons = await result.locator('section', { hasText: 'What is wrong' }).locator('li').allInnerTexts()
  return { verdict: await result.getAttribute('data-verdict'), faults: reasons }
}

/** What the command says of the same bytes; it ends with another code than 0 unless the pack is verified. */
async function commandSays(name: string, bytes: Uint8Array, keys: unknown): Promise<PackVerification> {
  const [pack, history] = [join(folder, name), join(folder, 'keys.json')]
  await writeFile(pack, bytes)
  await writeFile(history, JSON.stringify(keys))
  const args = ['lib/cli/bootstrap.mjs', 'verify', pack, '--keys', history, '--json']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, out) => (out ? resolve(JSON.parse(out)) : reject(error)))
  })
}

test('whoever was handed a pack verifies it without an account, an upload or a network', async ({ page, context }) => {
  await openWith(page, set.keys)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await context.setOffline(true)
  expect(await said(page, 'good.zip', set.good)).toEqual({ verdict: 'verified', faults: [] })
  await expect(page.getByRole('status')).toHaveText('The pack is verified.')
  await expect(page.getByText('Audit log: passed.')).toBeVisible()
  expect(requests.filter((url) => /^https?:/.test(url))).toEqual([])
  await context.setOffline(false)
  expect(await faults(page)).toEqual([])
})

test('a pack of somebody else is refused by the keys here, and is nobody’s without keys', async ({ page }) => {
  await page.goto('/verify')
  await expect(page.getByText('Those of this installation')).toBeVisible()
  expect((await said(page, 'strange.zip', set.good)).verdict).toBe('refused')
  await page.getByText('Believe other keys').click()
  await page.getByRole('button', { name: 'Believe no keys' }).click()
  await page.getByRole('button', { name: 'Verify strange.zip once more' }).click()
  await expect(page.locator('[data-verdict=signer-unconfirmed]')).toBeVisible()
  await expect(page.getByText(String(set.keys.keys.at(-1)?.kid)).first()).toBeVisible()
})

test('a file that is no key history is said to be none', async ({ page }) => {
  await page.goto('/verify')
  await page.getByText('Believe other keys').click()
  await page.getByLabel(/Key history in a file/).setInputFiles(json('other.json', { keys: 1 }))
  await expect(page.getByText('other.json is not used')).toBeVisible()
})

test('every tampered pack is refused here with the reasons the verifier gives elsewhere', async ({ page }) => {
  await openWith(page, set.keys)
  for (const { name, zip: bytes, keys = set.keys } of set.tampered) {
    await believe(page, keys)
    const elsewhere = await verifyPack(new Blob([bytes]), keys)
    const here = await said(page, `${name}.zip`, bytes)
    expect([name, here.verdict]).toEqual([name, 'refused'])
    expect(here.faults).toHaveLength(elsewhere.faults.length)
    for (const [at, { reason, sentence }] of elsewhere.faults.entries()) {
      expect(here.faults[at]).toContain(reason)
      expect(here.faults[at]).toContain(sentence)
    }
  }
})

test('the command says of packs what the page says', async ({ page }) => {
  test.setTimeout(300_000)
  await openWith(page, set.keys)
  for (const { name, zip: bytes, keys = set.keys } of set.tampered.filter((_, at) => at % 3 === 0)) {
    await believe(page, keys)
    const file = `${name}.zip`
    const command = await commandSays(file, bytes, keys)
    const here = await said(page, file, bytes)
    expect([name, here.verdict, here.faults.length]).toEqual([name, command.verdict, command.faults.length])
    expect(here.faults[0]).toContain(command.faults[0]?.sentence)
  }
})
