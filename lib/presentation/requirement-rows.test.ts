import { describe, expect, test } from 'vitest'
import { capabilities } from '@/lib/framework/capabilities'
import { crosswalkOf } from '@/lib/framework/crosswalk'
import { STANDARDS } from '@/lib/framework/standards'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { requirementRows } from './requirement-rows'

const maturity = assessMaturity({
  framework: { version: '0.1', capabilities },
  asOf: '2026-11-19',
  answers: [{ capability: 'IAM-02', status: 'assessed', stage: 2, targetStage: null, evidence: [] }],
})

describe('requirements of a standard', () => {
  test.each(STANDARDS)('%s: every edge of the crosswalk is there once, and nothing else', (standard) => {
    const edges = capabilities.flatMap(({ id }) => crosswalkOf(id).filter((edge) => edge.standard === standard))
    const rows = requirementRows(standard, maturity)
    expect(rows.reduce((sum, row) => sum + row.capabilities.length, 0)).toBe(edges.length)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })

  test('stand in the order of the standard: 8.2.4 before 8.2.10 and before 10.2', () => {
    const ids = requirementRows('pci_dss_4_0', maturity).map((row) => row.id)
    expect(ids).toEqual([...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
    expect(ids.findIndex((id) => id.startsWith('8.'))).toBeLessThan(ids.findIndex((id) => id.startsWith('10.')))
  })

  test('carry where each capability stands, and no title that its publisher does not let us show', () => {
    const row = requirementRows('iso_27001_2022_annex_a', maturity).find((one) => one.id === 'A.8.5')
    expect(row?.title).toBeNull()
    const mfa = row?.capabilities.find((edge) => edge.capability.id === 'IAM-02')
    expect(mfa).toMatchObject({ label: 'corroborated', standing: { effective: 2, status: 'assessed' } })
  })
})
