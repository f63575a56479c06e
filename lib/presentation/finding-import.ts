import type { FindingImport, FindingImportReport } from '@/lib/model/finding-import'
import { dayText } from './date'
import { countText } from './number'
import { listed } from './wording'

type Format = FindingImportReport['format']

const FORMATS: Record<Format, string> = {
  ocsf: 'OCSF',
  asff: 'ASFF',
  sarif: 'SARIF',
  'kube-bench': 'kube-bench JSON',
  trivy: 'Trivy JSON',
  checkov: 'Checkov JSON',
  oscal: 'OSCAL assessment results',
  'prowler-csv': 'Prowler CSV',
}

export const scannerFormatName = (format: Format): string => FORMATS[format]

/** Which files can be read and who writes them, for somebody about to choose one. */
export const SCANNER_FILES: readonly { format: string; from: string }[] = [
  { format: 'OCSF (classes 2003 to 2005)', from: 'Prowler, AWS Security Hub' },
  { format: 'ASFF', from: 'AWS Security Hub' },
  { format: 'SARIF 2.1.0', from: 'code scanners of every kind' },
  { format: 'JSON of the scanner itself', from: 'kube-bench, Trivy, Checkov' },
  { format: 'OSCAL assessment results (JSON, 1.0 to 1.2)', from: 'assessors, compliance-trestle, Proofline' },
  { format: 'CSV', from: 'Prowler' },
]

const counted = (n: number, words: string): string[] => (n === 0 ? [] : [`${countText(n)} ${words}`])

/** What the records that are no finding say instead: `12 passed, 3 not assessed`; `none` when all of them failed. */
export function notFindingsText({
  pass,
  not_assessed,
  suppressed,
  closed,
}: FindingImportReport['notFindings']): string {
  const parts = [
    ...counted(pass, 'passed'),
    ...counted(closed, 'closed at the source'),
    ...counted(suppressed, 'suppressed there'),
    ...counted(not_assessed, 'not assessed'),
  ]
  return parts.length === 0 ? 'none' : parts.join(', ')
}

const gives = (n: number): string => (n === 1 ? 'One record gives' : `${countText(n)} records give`)

/** What had to be assumed to read the file, one sentence each; empty when nothing had to be. */
export const assumptionLines = ({ seconds, utc, severity }: FindingImportReport['assumptions']): string[] => [
  ...(seconds > 0 ? [`${gives(seconds)} the time in seconds where milliseconds are due: it was scaled.`] : []),
  ...(utc > 0 ? [`${gives(utc)} a time without a zone: it was read as UTC.`] : []),
  ...(severity > 0 ? [`${gives(severity)} no severity that is known here: it was read as medium.`] : []),
]

type Came = Pick<FindingImportReport, 'opened' | 'persisting' | 'reopened' | 'resolved'>

/** What became of findings: `25 opened, 3 resolved`. */
export function transitionsText({ opened, persisting, reopened, resolved }: Came): string {
  const parts = [
    ...counted(opened, 'opened'),
    ...counted(reopened, 'reopened'),
    ...counted(persisting, 'persisting'),
    ...counted(resolved, 'resolved'),
  ]
  return parts.length === 0 ? 'no finding changed' : listed(parts)
}

/** The newest import of another scanner's file. */
export function findingImportsTitle([latest]: readonly Pick<FindingImport, 'fileName' | 'createdAt'>[]): string {
  if (!latest) return 'No findings of other scanners yet'
  return `Last import on ${dayText(latest.createdAt.slice(0, 10))}: ${latest.fileName}`
}
