import { beforeAll, describe, expect, test } from 'vitest'
import { pngOf } from '@/lib/testing/logo'
import { pdfText } from '@/lib/testing/pdf-text'
import { renderReport } from './render-report'
import type { Report, ReportLook } from './report'

const FONTS = 'node_modules/@fontsource/inter/files'
const PLAIN: ReportLook = { title: null, colour: null, logo: null }
const NAMES = 'Bärbel Łukasz Renée Ελλάδα Москва Nguyễn 24.2 → 9.8, ≥ 3, 漢'

const rows = Array.from({ length: 90 }, (_, at) => [`Row ${at}`, { text: `${at}.5`, sub: 'below' }])
const REPORT: Report = {
  kind: 'ciso',
  name: 'Zero-trust report',
  title: `Title of ${NAMES}`,
  line: 'Scope and day.',
  organization: 'Łódź Health',
  synthetic: true,
  asOf: '2026-11-22T06:00:00Z',
  formulas: ['maturity/1'],
  single: false,
  sections: [
    {
      title: 'First section',
      blocks: [
        { kind: 'paragraph', text: 'A paragraph.' },
        { kind: 'steps', steps: [{ title: 'Step', text: 'What to do', aside: '31 to 37' }], empty: '' },
      ],
    },
    {
      title: 'Second section',
      blocks: [
        {
          kind: 'table',
          caption: 'Many rows',
          columns: [
            { label: 'Name', width: 2 },
            { label: 'Figure', width: 1, numeric: true },
          ],
          rows,
          empty: 'Nothing.',
        },
      ],
    },
  ],
}

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

let pdf: Uint8Array
let text: string
beforeAll(async () => {
  pdf = await renderReport(REPORT, PLAIN, FONTS)
  text = pdfText(pdf)
})

describe('a rendered report', () => {
  test('the same report gives the same bytes', async () => {
    expect(Buffer.compare(Buffer.from(await renderReport(REPORT, PLAIN, FONTS)), Buffer.from(pdf))).toBe(0)
  })

  test('its fonts are inside, whatever script a name is in; nothing is left blank', () => {
    expect(latin(pdf)).not.toContain('Helvetica')
    expect(text).toContain(squeezed('Title of Bärbel Łukasz Renée Ελλάδα Москва Nguyễn 24.2 -> 9.8, >= 3, [U+6F22]'))
    expect(text).not.toContain('\ufffd')
  })

  test('every word and figure of the model is on the pages', () => {
    for (const row of rows.flat())
      for (const part of typeof row === 'string' ? [row] : [row.text, row.sub]) expect(text).toContain(squeezed(part))
    for (const part of ['First section', 'A paragraph.', 'What to do', '31 to 37', 'Scope and day.'])
      expect(text).toContain(squeezed(part))
  })

  test('each page says whose it is, as of when, by which formulas, which of how many, and that its data is synthetic', () => {
    const pages = latin(pdf).match(/\/Type \/Page\n/g)?.length ?? 0
    expect(pages).toBeGreaterThan(2)
    for (let page = 1; page <= pages; page++) expect(text).toContain(`${page}of${pages}`)
    for (const part of ['Łódź Health · as of 22 Nov 2026, 06:00 UTC', 'Formulas: maturity/1', 'Synthetic demo data'])
      expect(text.split(squeezed(part))).toHaveLength(pages + 1)
  })

  test('it has a title, a language, an outline and a date of its own', () => {
    const file = latin(pdf)
    for (const part of ['/DisplayDocTitle true', '/Lang (en-GB)', '/PageMode /UseOutlines'])
      expect(file).toContain(part)
    expect(file).toMatch(/\/Outlines \d+ 0 R/)
    expect(file).toContain('(D:20261122060000Z)')
  })

  test('it is tagged: headings, paragraphs, lists and one table whose repeated heading is read once', () => {
    const file = latin(pdf)
    const count = (type: string): number => file.split(`/S /${type}\n`).length - 1
    expect(file).toContain('/Marked true')
    expect([count('H1'), count('H2'), count('Table'), count('LI')]).toEqual([1, 2, 1, 1])
    expect([count('TR'), count('TH'), count('TD')]).toEqual([91, 2, 180])
  })

  test('a logo, a name and a colour of the organization’s own are drawn', async () => {
    const logo = { data: pngOf(), mediaType: 'image/png' as const, width: 48, height: 16 }
    const own = await renderReport(REPORT, { title: 'Own name', colour: '#7a1f5c', logo }, FONTS)
    expect(latin(own)).toContain('/Subtype /Image')
    expect(pdfText(own)).toContain('Ownname·ŁódźHealth')
  })
})
