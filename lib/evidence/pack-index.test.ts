import { expect, test } from 'vitest'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { packGaps, packIndex } from './pack-index'

const framework: RequirementFramework = {
  id: 'custom:ours',
  name: 'Ours',
  shortName: 'Ours',
  version: '1',
  wording: 'ids-only',
  groups: [],
  requirements: [
    { id: 'R-1', title: null, group: 'G', capabilities: [] },
    { id: 'R-2', title: '=cmd', group: 'G', capabilities: [] },
  ],
}
const quarter = {
  from: '2026-01-01',
  to: '2026-03-31',
  runs: 0,
  pass: 0,
  fail: 0,
  unknown: 0,
  notApplicable: 0,
  lapses: 0,
}
const operation = (requirement: string, capabilities: string[], checks: string[]): RequirementOperation => ({
  requirement,
  coverage: 'automated',
  state: 'missing',
  capabilities,
  checks,
  quarters: [{ quarter: '2026-Q1', state: 'missing', assessments: 0, evidence: 0, ...quarter }],
  gaps: [{ requirement, kind: 'missing-quarter', quarter: '2026-Q1', source: null, detail: 'Nobody looked.' }],
})
const operations = [operation('R-1', ['IAM-01'], ['check_a']), operation('R-2', ['NET-01', 'IAM-02'], [])]
const populations = [
  {
    name: 'findings',
    tally: new Map([
      ['IAM-01 NET-01', 3],
      ['IAM-02', 2],
      ['DAT-01', 9],
    ]),
    sample: [{ id: 'f1', speaksTo: 'IAM-01 NET-01' }],
  },
  { name: 'check-verdicts', tally: new Map([['check_a', 7]]), sample: [{ id: 'v1', speaksTo: 'check_a' }] },
  { name: 'audit-requests', tally: new Map([['R-2', 1]]), sample: [] },
]
const files = [{ path: 'evidence/NET-01/0-a.txt', speaksTo: 'NET-01' }]

const [, first, second] = packIndex({ framework, operations, populations, files }).split('\r\n')

test('a requirement counts a row once, whichever of its capabilities, checks or itself it speaks to', () => {
  expect(first).toContain('findings:3 check-verdicts:7 audit-requests:0')
  expect(second).toContain('findings:5 check-verdicts:0 audit-requests:1')
})

test('a requirement names the sampled rows and the files that speak to it, and no other', () => {
  expect(first).toContain('findings/f1 check-verdicts/v1,1,')
  expect(first).not.toContain('evidence/')
  expect(second).toContain(',findings/f1,1,evidence/NET-01/0-a.txt')
})

test('a title that may not be given out is empty, and one a spreadsheet would run is text', () => {
  expect(first).toMatch(/^R-1,,automated,missing,2026-Q1:missing,/)
  expect(second).toMatch(/^R-2,'=cmd,/)
})

test('every gap is a row, and without gaps only the names of the columns stand there', () => {
  expect(packGaps(operations).split('\r\n')).toEqual([
    'requirement,kind,quarter,source,detail',
    'R-1,missing-quarter,2026-Q1,,Nobody looked.',
    'R-2,missing-quarter,2026-Q1,,Nobody looked.',
    '',
  ])
  expect(packGaps([])).toBe('requirement,kind,quarter,source,detail\r\n')
})
