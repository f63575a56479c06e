import { expect, type Page, test } from '@playwright/test'
import { card, frame } from '../pages/frame'
import { importWizard } from '../pages/import-wizard'
import { fresh } from '../server/organizations'
import { sessionOf } from '../server/sessions'
import { INCIDENTS, isoFile } from './incident-file'

test.use({ storageState: sessionOf('founder') })

const LAYERS = ['Identity & Access', 'Network Micro-Segmentation']

async function createOrganization(page: Page, name: string): Promise<void> {
  await page.goto('/organizations/new')
  await page.getByLabel('Name', { exact: false }).first().fill(name)
  await page.getByLabel('Sector').selectOption({ label: 'Healthcare' })
  await page.getByLabel('People').fill('many')
  await page.getByLabel('AWS').check()
  await page.getByRole('button', { name: 'Create the organization' }).click()
  await expect(page.getByLabel('People')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('People').fill('730')
  await page.getByRole('button', { name: 'Create the organization' }).click()
}

async function addDeployment(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Add a deployment' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill('Patient portal')
  await page.getByLabel('Environment').fill('AWS + EKS')
  for (const layer of LAYERS) {
    const dates = page.getByRole('group', { name: layer })
    await dates.getByLabel('Went live').fill('2025-07-15')
    if (layer === LAYERS[0]) await dates.getByLabel('Rollout began').fill('2025-07-01')
  }
  await page.getByRole('button', { name: 'Add deployment' }).click()
  const missing = page.getByRole('group', { name: 'Network Micro-Segmentation' }).getByLabel('Rollout began')
  await expect(missing).toHaveAccessibleDescription(/a live layer needs the day it began/)
  await missing.fill('2025-07-02')
  await page.getByRole('button', { name: 'Add deployment' }).click()
  await expect(frame(page).heading).toHaveText('Patient portal has 2 of 5 layers live')
}

test('a new organization gets to its own numbers: create it, add a deployment, import a file', async ({ page }) => {
  const name = fresh('Founded Clinics')
  await createOrganization(page, name)
  await expect(card(page, 'Three steps to your own numbers')).toBeVisible()
  await expect(page.getByRole('banner').getByText('Synthetic study')).toHaveCount(0)
  const org = new URL(page.url()).pathname

  await addDeployment(page)
  await page.goto(org)
  await expect(page.getByRole('main')).toContainText('No approved assessment yet')

  await page.goto(`${org}/incidents/import`)
  const wizard = importWizard(page)
  await wizard.choose({ name: 'incidents.csv', content: isoFile() })
  await expect(wizard.reading.getByLabel('Deployment')).toHaveValue('patient-portal')
  await wizard.reading.getByLabel('Source').fill('ticket system')
  await wizard.run()

  await page.goto(org)
  await expect(card(page, 'Incidents per month')).toContainText(/4\.0 → 2\.0 at month 12/)
  await expect(card(page, 'Incidents per month')).toContainText(`${INCIDENTS} incidents`)
  await expect(card(page, 'Time to detect, mean')).toContainText(/4\.0\sh → 2\.0\sh/)
  await expect(card(page, 'Time to resolve, mean')).toContainText(/8\.0\sh → 4\.0\sh/)
  await page.goto('/portfolio')
  await expect(page.getByRole('row', { name })).toContainText(/−50\s%/)
})
