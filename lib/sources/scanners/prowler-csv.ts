import type { CsvFormat, Row } from '@/lib/incidents/csv-format'
import type { ScannerOutcome, ScannerRecord } from '@/lib/model/scanner-record'
import { type Given, missing } from './scanner-format'
import { severityOfWord } from './scanner-severity'
import { scannerTime } from './scanner-time'

const NEEDED = ['CHECK_ID', 'STATUS', 'RESOURCE_UID'] as const
const OUTCOMES: Readonly<Record<string, ScannerOutcome>> = { FAIL: 'fail', PASS: 'pass', MANUAL: 'not_assessed' }

/** Whether a header is Prowler's: 42 columns between semicolons, of which these three are what a record cannot do without. */
export const isProwlerCsv = ({ headers }: CsvFormat): boolean => NEEDED.every((name) => headers.includes(name))

/** A reader of Prowler's CSV rows. Times carry no zone and are read as UTC; MANUAL is not assessed, muted is suppressed. */
export function prowlerRows({ headers }: CsvFormat): (row: Row) => Given {
  const places = new Map(headers.map((name, at) => [name, at]))
  return ({ cells }) => {
    const cell = (name: string): string => cells[places.get(name) ?? -1]?.trim() ?? ''
    const lacking = NEEDED.find((name) => cell(name) === '')
    if (lacking) return missing(lacking, 'is empty')
    const time = scannerTime(cell('TIMESTAMP') || null, null)
    const severity = severityOfWord(cell('SEVERITY'))
    const raw = Object.fromEntries(headers.map((name) => [name, cell(name)]).filter(([name]) => !DATA.has(name ?? '')))
    return { record: recordOf(cell, { time, severity, raw }) }
  }
}

/** What describes the resource itself: configuration of any sort, which may hold secrets. */
const DATA = new Set(['RESOURCE_DETAILS', 'RESOURCE_TAGS'])

type Read = {
  time: Pick<ScannerRecord, 'seenAt' | 'assumptions'>
  severity: ScannerRecord['severity'] | null
  raw: Readonly<Record<string, string>>
}

function recordOf(cell: (name: string) => string, { time, severity, raw }: Read): ScannerRecord {
  const id = cell('RESOURCE_UID')
  return {
    product: 'Prowler',
    version: cell('PROWLER_VERSION') || null,
    rule: cell('CHECK_ID'),
    title: cell('CHECK_TITLE') || cell('CHECK_ID'),
    message: cell('STATUS_EXTENDED') || cell('CHECK_TITLE') || cell('CHECK_ID'),
    severity: severity ?? 'medium',
    outcome: /^true$/i.test(cell('MUTED')) ? 'suppressed' : (OUTCOMES[cell('STATUS')] ?? 'not_assessed'),
    resource: {
      type: cell('RESOURCE_TYPE') || 'other',
      id,
      name: cell('RESOURCE_NAME') || id,
      account: cell('ACCOUNT_UID'),
      region: cell('REGION') || null,
    },
    requirements: requirementsOf(cell('COMPLIANCE')),
    seenAt: time.seenAt,
    assumptions: severity === null ? [...time.assumptions, 'severity'] : time.assumptions,
    raw,
  }
}

/** `CIS-1.4: 1.20 | ISO27001-2022: A.5.17, A.8.5`. */
const requirementsOf = (text: string): { standard: string; id: string }[] =>
  text.split(' | ').flatMap((part) => {
    const cut = part.indexOf(': ')
    if (cut < 0) return []
    const standard = part.slice(0, cut)
    return part
      .slice(cut + 2)
      .split(', ')
      .map((id) => ({ standard, id }))
  })
