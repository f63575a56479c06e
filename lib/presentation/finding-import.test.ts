import { expect, test } from 'vitest'
import { SCANNER_FORMATS } from '@/lib/model/scanner-record'
import {
  assumptionLines,
  findingImportsTitle,
  notFindingsText,
  scannerFormatName,
  transitionsText,
} from './finding-import'

test('every format has a name a person knows', () => {
  expect(SCANNER_FORMATS.map(scannerFormatName)).not.toContain(undefined)
  expect(scannerFormatName('prowler-csv')).toBe('Prowler CSV')
})

test('records that are no finding are told apart: not assessed is never a pass', () => {
  const none = { pass: 0, not_assessed: 0, suppressed: 0, closed: 0 }
  expect(notFindingsText(none)).toBe('none')
  expect(notFindingsText({ ...none, pass: 1204, not_assessed: 3 })).toBe('1,204 passed, 3 not assessed')
  expect(notFindingsText({ ...none, closed: 1, suppressed: 2 })).toBe('1 closed at the source, 2 suppressed there')
})

test('each assumption is a sentence with its count, and nothing assumed says nothing', () => {
  expect(assumptionLines({ seconds: 0, utc: 0, severity: 0 })).toEqual([])
  expect(assumptionLines({ seconds: 1, utc: 25, severity: 2 })).toEqual([
    'One record gives the time in seconds where milliseconds are due: it was scaled.',
    '25 records give a time without a zone: it was read as UTC.',
    '2 records give no severity that is known here: it was read as medium.',
  ])
})

test('what became of findings leaves out what did not happen', () => {
  const none = { opened: 0, persisting: 0, reopened: 0, resolved: 0 }
  expect(transitionsText(none)).toBe('no finding changed')
  expect(transitionsText({ ...none, opened: 25, persisting: 3, resolved: 1 })).toBe(
    '25 opened, 3 persisting and 1 resolved',
  )
})

test('the newest import is named', () => {
  expect(findingImportsTitle([])).toBe('No findings of other scanners yet')
  expect(findingImportsTitle([{ fileName: 'prowler.json', createdAt: '2026-03-04T10:00:00.000Z' }])).toBe(
    'Last import on 4 Mar 2026: prowler.json',
  )
})
