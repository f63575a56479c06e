import { expect, type Locator, type Page } from '@playwright/test'
import { card } from './frame'

type CsvFile = { name: string; content: string | Buffer }

/** The pages that take a file in: choose, see how it is read, check, import. */
export const importWizard = (page: Page) => {
  const chooser = page.getByLabel(/^Drop (a CSV|another) file/)
  const reading = card(page, '2. How it is read')
  return {
    reading,
    preview: page.getByRole('table', { name: 'Preview of the import' }),
    rejects: page.getByRole('table', { name: 'Rejected rows' }),
    checkButton: page.getByRole('button', { name: 'Check the whole file' }),
    importButton: page.getByRole('button', { name: /^Import \d/ }),

    /** What a report says under a term. */
    fact: (term: string): Locator =>
      page.getByRole('main').locator('dl > div').filter({ hasText: term }).getByRole('definition'),

    choose: ({ name, content }: CsvFile) =>
      chooser.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) }),

    /** Lets a file fall from the desktop onto the page. */
    async drop({ name, content }: CsvFile): Promise<void> {
      const dataTransfer = await page.evaluateHandle(
        ([fileName, text]) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([text], fileName, { type: 'text/csv' }))
          return transfer
        },
        [name, String(content)] as const,
      )
      await chooser.dispatchEvent('drop', { dataTransfer })
    },

    /** Checks the file and imports what can be taken. */
    async run(): Promise<void> {
      await page.getByRole('button', { name: 'Check the whole file' }).click()
      await page.getByRole('button', { name: /^Import \d/ }).click()
      await expect(card(page, 'Imported')).toBeVisible()
    },
  }
}
