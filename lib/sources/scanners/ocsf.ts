import type { CitedRequirement, ScannerOutcome, ScannerRecord } from '@/lib/model/scanner-record'
import { fieldAt, firstText, isObject, type Loose, listAt, objectAt, textAt, textsAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'
import { severityOfOcsf, severityOfWord } from './scanner-severity'
import { scannerTime } from './scanner-time'

/** Compliance finding, detection finding, incident finding (OCSF 1.1 to 1.8). */
const CLASSES = new Set([2003, 2004, 2005])

/** OCSF: Prowler's (an array of class 2004, or 2003 by framework) and Security Hub's. */
export const OCSF: JsonFormat = {
  format: 'ocsf',
  recognises: (document) => 'class_uid' in document,
  *read(document): Generator<Given> {
    if (!CLASSES.has(Number(document.class_uid))) {
      yield missing('class_uid', `${document.class_uid} is none of 2003, 2004, 2005`)
      return
    }
    const rule = firstText(
      textAt(document, 'metadata', 'event_code'),
      textAt(document, 'compliance', 'checks', 'uid'),
      textAt(document, 'compliance', 'control'),
      textAt(document, 'finding_info', 'analytic', 'uid'),
      textAt(document, 'finding_info', 'title'),
    )
    if (rule === null) {
      yield missing('metadata.event_code', 'is missing, and so is any other name of what was checked')
      return
    }
    const resources = resourcesOf(document)
    if (resources.length === 0) yield missing('resources', 'names no resource')
    for (const resource of resources) yield { record: recordOf(document, rule, resource) }
  },
}

function recordOf(document: Loose, rule: string, resource: ScannerRecord['resource']): ScannerRecord {
  const severity = severityOfOcsf(document.severity_id) ?? severityOfWord(textAt(document, 'severity'))
  const time = scannerTime(
    firstText(textAt(document, 'time_dt'), textAt(document, 'finding_info', 'created_time_dt')),
    document.time ?? fieldAt(document, 'finding_info', 'created_time'),
  )
  const title = textAt(document, 'finding_info', 'title') ?? rule
  return {
    product:
      firstText(textAt(document, 'metadata', 'product', 'name'), textAt(document, 'metadata', 'product', 'uid')) ??
      'OCSF',
    version: textAt(document, 'metadata', 'product', 'version'),
    rule,
    title,
    message:
      firstText(
        textAt(document, 'status_detail'),
        textAt(document, 'message'),
        textAt(document, 'finding_info', 'desc'),
      ) ?? title,
    severity: severity ?? 'medium',
    outcome: outcomeOf(document),
    resource,
    requirements: requirementsOf(document),
    seenAt: time.seenAt,
    assumptions: severity === null ? [...time.assumptions, 'severity'] : time.assumptions,
    raw: document,
  }
}

const CODES: Readonly<Record<string, ScannerOutcome>> = {
  fail: 'fail',
  pass: 'pass',
  manual: 'not_assessed',
  warning: 'fail',
  muted: 'suppressed',
}
/** compliance.status_id: 1 pass, 2 warning, 3 fail. */
const COMPLIANCE: Readonly<Record<number, ScannerOutcome>> = { 1: 'pass', 2: 'fail', 3: 'fail' }
/** status_id of a finding: 3 suppressed, 4 resolved, 5 archived, 6 deleted. */
const STATUS: Readonly<Record<number, ScannerOutcome>> = { 3: 'suppressed', 4: 'closed', 5: 'suppressed', 6: 'closed' }
const CLOSE = 3

/** Suppressed and closed come first; MANUAL, and a status nobody knows, is not assessed and never a pass. */
function outcomeOf(document: Loose): ScannerOutcome {
  const status = STATUS[Number(document.status_id)]
  if (status) return status
  if (document.activity_id === CLOSE) return 'closed'
  const compliance = COMPLIANCE[Number(fieldAt(document, 'compliance', 'status_id'))]
  const word = firstText(textAt(document, 'status_code'), textAt(document, 'compliance', 'status'))
  if (word !== null) return CODES[word.toLowerCase()] ?? compliance ?? 'not_assessed'
  if (compliance) return compliance
  return Number(document.class_uid) === 2003 ? 'not_assessed' : 'fail'
}

/** Since 1.2 resources are a list; older compliance findings name one. A finding without any concerns its account. */
function resourcesOf(document: Loose): ScannerRecord['resource'][] {
  const account =
    firstText(textAt(document, 'cloud', 'account', 'uid'), textAt(document, 'cloud', 'account', 'name')) ?? ''
  const given = [...listAt(document, 'resources'), ...(isObject(document.resource) ? [document.resource] : [])]
  const named = given.flatMap((one) => {
    const id = firstText(textAt(one, 'uid'), textAt(one, 'name'))
    if (id === null) return []
    const name = textAt(one, 'name') ?? id
    const namespace = textAt(one, 'namespace')
    return [
      {
        type: textAt(one, 'type') ?? 'other',
        id: namespace === null ? id : `${namespace}/${id}`,
        name,
        account,
        region: firstText(textAt(one, 'region'), textAt(document, 'cloud', 'region')),
      },
    ]
  })
  if (named.length > 0 || account === '') return named
  return [{ type: 'account', id: account, name: account, account, region: null }]
}

function requirementsOf(document: Loose): CitedRequirement[] {
  const byStandard = Object.entries(objectAt(document, 'unmapped', 'compliance')).flatMap(([standard, ids]) =>
    (Array.isArray(ids) ? ids : []).filter((id) => typeof id === 'string').map((id) => ({ standard, id })),
  )
  const standards = textsAt(document, 'compliance', 'standards')
  const cited = textsAt(document, 'compliance', 'requirements').flatMap((id) =>
    (standards.length > 0 ? standards : ['']).map((standard) => ({ standard, id })),
  )
  return [...byStandard, ...cited]
}
