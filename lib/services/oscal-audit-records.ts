import type { StagedAudit } from '@/lib/db/repositories/audit-staging'
import type { AssessmentResult } from '@/lib/evidence/oscal-import/assessment-results-shape'
import { refuseFaults } from '@/lib/evidence/oscal-import/oscal-fault'
import { readAssessmentResults } from '@/lib/evidence/oscal-import/read-assessment-results'
import { resultAudit } from '@/lib/evidence/oscal-import/result-audit'
import { lineOfText } from '@/lib/incidents/cell-text'
import type { RecordsOf } from './csv-records'
import type { ReadRow } from './record-reader'
import { wholeText } from './whole-text'

const LARGEST = 64 * 1024 * 1024
const LONGEST_NAME = 200
const DAY_MS = 86_400_000

/**
 * The results of OSCAL assessment results as audits: one each, by its uuid, on the day it ended or else began, with the
 * controls it judged. Throws `invalid` with the path of every fault; a result without a finding is refused by itself.
 */
export const oscalAuditRecords: RecordsOf<StagedAudit> = async function* ({ chunks }, { now }) {
  const read = readAssessmentResults(await wholeText(chunks, LARGEST))
  if ('faults' in read) return refuseFaults(read.faults, 'the assessment results')
  yield read.results.map((result, i) => rowOf(result, i + 1, now))
}

function rowOf(result: AssessmentResult, row: number, now: number): ReadRow<StagedAudit> {
  const { uuid: externalId, title, start, end } = result
  const at = Date.parse(end ?? start)
  const audit = resultAudit(result)
  const refused = (field: string, reason: string) => ({
    staged: { row, externalId, record: null },
    rejects: [{ row, field, reason }],
  })
  if (audit.assessed === 0) return refused('findings', 'the result holds no finding, so it says nothing of any control')
  if (at > now + DAY_MS) return refused(end ? 'end' : 'start', 'it lies in the future')
  const framework = lineOfText(title, LONGEST_NAME) ?? 'not stated'
  const auditedOn = new Date(at).toISOString().slice(0, 10)
  return { staged: { row, externalId, record: { framework, auditedOn, ...audit, notApplicable: 0 } }, rejects: [] }
}
