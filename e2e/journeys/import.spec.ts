import { expect, type Page, test } from '@playwright/test'
import type { ImportBatch } from '@/lib/model/import-batch'
import { card, frame } from '../pages/frame'
import { importWizard } from '../pages/import-wizard'
import { asPerson } from '../server/api'
import { newDeployment, newOrganization } from '../server/organizations'
import { proveAgain } from '../server/proven'
import { PEOPLE, sessionOf } from '../server/sessions'
import { INCIDENTS, spreadsheetFile } from './incident-file'

const FILE = { name: 'export.csv', content: spreadsheetFile() }

/** Everything between the file and the check: what the guess got right, and what a person has to say. */
async function sayHowItIsRead(page: Page): Promise<void> {
  const { reading, preview, checkButton } = importWizard(page)
  await expect(reading.getByLabel(/^Id/)).toHaveValue('Number')
  await expect(reading.getByLabel('Title')).toHaveValue('Summary')
  await expect(reading.getByLabel('Dates are written')).toHaveValue('day-first')
  await expect(reading.getByLabel('Detected')).toHaveValue('')
  await expect(preview.getByRole('columnheader', { name: 'Detected' })).toHaveCount(0)

  await reading.getByLabel('Detected').selectOption('Seen by us')
  await expect(preview.getByRole('row').nth(1)).toContainText('2025-01-13T10:00')
  await reading.getByLabel('Time zone').selectOption('Europe/Berlin')
  await expect(preview.getByRole('row').nth(1)).toContainText('2025-01-13T09:00')
  await expect(preview.getByRole('row').nth(1)).toContainText('not known')
  await expect(checkButton).toBeDisabled()
  await reading.getByLabel('Source').fill('ticket system')
}

test.describe('an assessor', () => {
  test.use({ storageState: sessionOf('assessor') })

  test('drops a spreadsheet, sees how it is read and what is left out, imports it, and takes it back', async ({
    page,
  }) => {
    const { slug: org } = await newOrganization('Import Works', 'assessor')
    await asPerson('founder', (api) => newDeployment(api, org))
    await page.goto(`/${org}/incidents`)
    await expect(page.getByText('No incidents yet')).toBeVisible()
    await page.getByRole('link', { name: 'Import incidents' }).first().click()

    const wizard = importWizard(page)
    await wizard.drop(FILE)
    await sayHowItIsRead(page)
    await wizard.checkButton.click()
    await expect(wizard.fact('Rows in the file')).toHaveText(String(INCIDENTS + 1))
    await expect(wizard.fact('New')).toHaveText(String(INCIDENTS))
    await expect(wizard.rejects.getByRole('row').nth(1).getByRole('cell')).toHaveText([
      String(INCIDENTS + 2),
      'resolvedAt',
      /before/,
    ])
    expect(await asPerson('founder', (api) => api.get<{ items: [] }>(`/api/v1/orgs/${org}/incidents`))).toMatchObject({
      items: [],
    })
    await wizard.importButton.click()
    await page.getByRole('link', { name: 'See the incidents' }).click()
    await expect(frame(page).heading).toHaveText(`${INCIDENTS} incidents, none still open`)
    await page.goto(`/${org}/outcomes`)
    await expect(frame(page).heading).toHaveText(/^Incidents fell 50\s% by month 12/)

    await page.goto(`/${org}/incidents/import`)
    await wizard.choose(FILE)
    await sayHowItIsRead(page)
    await wizard.checkButton.click()
    await expect(wizard.fact('Known already and unchanged')).toHaveText(String(INCIDENTS))
    await expect(wizard.fact('New')).toHaveText('0')
    await expect(wizard.importButton).toBeDisabled()

    await proveAgain(page, { org, ...PEOPLE.assessor })
    await page.goto(`/${org}/imports`)
    await page.getByRole('button', { name: 'Undo the import of export.csv' }).click()
    await expect(page.getByRole('dialog')).toContainText(`${INCIDENTS} records it made are removed`)
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByRole('table').getByText('undone')).toBeVisible()
    await page.goto(`/${org}/incidents`)
    await expect(page.getByText('No incidents yet')).toBeVisible()
    await page.goto(`/${org}/outcomes`)
    await expect(page.getByRole('figure')).toHaveCount(0)
  })
})

test.describe('a file that cannot be read', () => {
  test.use({ storageState: sessionOf('founder') })

  const BROKEN = [
    {
      why: 'two columns of one name',
      content: 'id,opened,opened\n1,2026-01-01,2026-01-02\n',
      says: 'columns 2 and 3 are all named "opened"',
    },
    {
      why: 'bytes that are no text',
      content: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff, 0xfe]),
      says: /not a (text|CSV) file|workbook|zip/i,
    },
    { why: 'nothing at all', content: '', says: /empty|no header|nothing/i },
  ]
  test('says why, writes nothing and lets the next file in', async ({ page }) => {
    const { slug: org } = await newOrganization('Broken Files')
    await page.goto(`/${org}/incidents/import`)
    const wizard = importWizard(page)
    for (const { why, content, says } of BROKEN) {
      await wizard.choose({ name: `${why}.csv`, content })
      await expect(page.getByRole('main'), why).toContainText(says)
      await expect(page.getByText('Nothing was written and nothing was lost.'), why).toBeVisible()
      await expect(wizard.checkButton, why).toHaveCount(0)
    }
    await wizard.drop(FILE)
    await expect(wizard.preview).toBeVisible()
    const imports = await asPerson('founder', (api) => api.get<{ items: ImportBatch[] }>(`/api/v1/orgs/${org}/imports`))
    expect(imports.items).toEqual([])
    await expect(card(page, '2. How it is read')).toBeVisible()
  })
})
