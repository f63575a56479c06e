import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '@/lib/model/finding'
import type { PlanReport } from '@/lib/model/plan-report'
import { anyFinding } from '@/lib/testing/any-finding'
import { sarifFaults } from '@/lib/testing/sarif-schema'
import { fileLocation } from './file-location'
import { planSarif } from './plan-sarif'
import { SARIF_BEGIN, sarifEnd, sarifResult } from './sarif-findings'

const KEY = 'a'.repeat(64)

/** A log as the export writes it: each finding in a file of that name. */
function logOf(findings: readonly (readonly [finding: Finding, file: string, line: number])[]) {
  const placed = findings.flatMap(([finding, file, line]) => {
    const place = fileLocation('checkov', { file_path: file, file_line_range: [line, line + 2] }, '')
    return place === null ? [] : [{ finding, place }]
  })
  const rules = new Map(placed.map(({ finding: { checkId: id, title } }) => [id, { id, title, help: null }]))
  const results = placed.map(({ finding, place }) => JSON.stringify(sarifResult(finding, place, KEY)))
  return JSON.parse(SARIF_BEGIN + results.join(',') + sarifEnd(rules.values(), findings.length - placed.length))
}

const any = fc.array(fc.tuple(anyFinding, fc.string({ unit: 'binary' }), fc.integer({ min: -1, max: 9999 })), {
  maxLength: 5,
})

test('a resolved finding has no level, an accepted one is suppressed, and each stands in its file', () => {
  const [one] = fc.sample(anyFinding, { numRuns: 1, seed: 1 })
  const finding = {
    ...(one as Finding),
    severity: 'low' as const,
    exceptionUntil: '2026-12-31',
    state: 'open' as const,
  }
  const resolved = { ...finding, state: 'resolved' as const, exceptionUntil: null }
  const [open, closed] = logOf([
    [finding, '/a b.tf', 3],
    [resolved, 'x.tf', 0],
  ]).runs[0].results
  expect(open).toMatchObject({
    kind: 'fail',
    level: 'note',
    suppressions: [{ kind: 'external', status: 'accepted' }],
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.tf' }, region: { startLine: 3, endLine: 5 } } }],
  })
  expect(closed).toMatchObject({ kind: 'pass', level: 'none' })
  expect(closed.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'x.tf' } })
})

const faults = sarifFaults()
if (faults) {
  test('any findings are a log that conforms to the schema of SARIF 2.1.0', () => {
    fc.assert(
      fc.property(any, (findings) => {
        expect(faults(logOf(findings))).toEqual([])
      }),
      { numRuns: 200, seed: 210 },
    )
  })
  test('and so is what was found in any plan', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.constantFrom('critical' as const, 'info' as const),
        (resource, id, said, severity) => {
          const report = {
            workspace: resource,
            kind: 'plan',
            verdicts: [{ checkId: id }],
            failures: [{ checkId: id, severity, message: said, resource, key: KEY }],
            unknowns: [{ checkId: `${id}2`, severity, resource, key: KEY, cause: 'not_collected', operation: said }],
          } as unknown as PlanReport
          expect(faults(JSON.parse(JSON.stringify(planSarif(report, []))))).toEqual([])
        },
      ),
      { numRuns: 200, seed: 211 },
    )
  })
  test('a log without a tool, or with a blank in an address, is refused: the schema does bite', () => {
    expect(faults({ version: '2.1.0', runs: [{ results: [] }] })).toHaveLength(1)
    const log = JSON.parse(JSON.stringify(logOf(fc.sample(any, { numRuns: 20, seed: 3 }).flat())))
    log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b'
    expect(faults(log)).toEqual([expect.stringContaining('uri-reference')])
  })
} else {
  test('the schema is not beside this checkout: a log still has what SARIF requires', () => {
    expect(logOf([])).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Proofline' } } }] })
  })
}
