import type { CitedRequirement, ScannerOutcome, ScannerRecord } from '@/lib/model/scanner-record'
import { firstText, isObject, type Loose, listAt, textAt, textsAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'
import { severityOfWord } from './scanner-severity'
import { scannerTime } from './scanner-time'

/** AWS Security Finding Format: one finding a document, or GetFindings' answer with a list of them. */
export const ASFF: JsonFormat = {
  format: 'asff',
  recognises: (document) =>
    Array.isArray(document.Findings) || ('AwsAccountId' in document && 'GeneratorId' in document),
  *read(document): Generator<Given> {
    const findings = Array.isArray(document.Findings) ? document.Findings : [document]
    for (const finding of findings)
      yield* isObject(finding) ? readFinding(finding) : [missing('Findings', 'holds no object')]
  },
}

function* readFinding(finding: Loose): Generator<Given> {
  const rule = firstText(textAt(finding, 'Compliance', 'SecurityControlId'), textAt(finding, 'GeneratorId'))
  if (rule === null) return yield missing('GeneratorId')
  const resources = listAt(finding, 'Resources').filter((one) => textAt(one, 'Id') !== null)
  if (resources.length === 0) yield missing('Resources', 'names no resource')
  for (const resource of resources) yield { record: recordOf(finding, rule, resource) }
}

function recordOf(finding: Loose, rule: string, resource: unknown): ScannerRecord {
  const severity = severityOfWord(
    firstText(textAt(finding, 'Severity', 'Label'), textAt(finding, 'FindingProviderFields', 'Severity', 'Label')),
  )
  const time = scannerTime(firstText(textAt(finding, 'UpdatedAt'), textAt(finding, 'CreatedAt')), null)
  const id = textAt(resource, 'Id') ?? ''
  const title = textAt(finding, 'Title') ?? rule
  return {
    product: textAt(finding, 'ProductName') ?? 'Security Hub',
    version: null,
    rule,
    title,
    message: textAt(finding, 'Description') ?? title,
    severity: severity ?? 'medium',
    outcome: outcomeOf(finding),
    resource: {
      type: textAt(resource, 'Type') ?? 'Other',
      id,
      name: id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1) || id,
      account: textAt(finding, 'AwsAccountId') ?? '',
      region: firstText(textAt(resource, 'Region'), textAt(finding, 'Region')),
    },
    requirements: requirementsOf(finding),
    seenAt: time.seenAt,
    assumptions: severity === null ? [...time.assumptions, 'severity'] : time.assumptions,
    raw: finding,
  }
}

const COMPLIANCE: Readonly<Record<string, ScannerOutcome>> = {
  PASSED: 'pass',
  FAILED: 'fail',
  WARNING: 'fail',
  NOT_AVAILABLE: 'not_assessed',
}

/** What somebody decided or the provider ended comes before what the control said; a detection has no compliance. */
function outcomeOf(finding: Loose): ScannerOutcome {
  const workflow = textAt(finding, 'Workflow', 'Status')
  if (workflow === 'SUPPRESSED') return 'suppressed'
  if (workflow === 'RESOLVED' || textAt(finding, 'RecordState') === 'ARCHIVED') return 'closed'
  const status = textAt(finding, 'Compliance', 'Status')
  return status === null ? 'fail' : (COMPLIANCE[status] ?? 'not_assessed')
}

/** RelatedRequirements are written `NIST.800-53.r5 AC-2(1)` or `PCI DSS v4.0.1/8.3.1`: the last word is the id. */
function requirementsOf(finding: Loose): CitedRequirement[] {
  return textsAt(finding, 'Compliance', 'RelatedRequirements').flatMap((text) => {
    const cut = Math.max(text.lastIndexOf(' '), text.lastIndexOf('/'))
    return cut > 0 ? [{ standard: text.slice(0, cut), id: text.slice(cut + 1) }] : []
  })
}
