import { ACCESS_CHANGES, ACCESS_GRANTS, AUDIT_REQUESTS, MEMBERS } from '@/lib/db/repositories/pack-access-populations'
import { ANSWERS, ASSESSMENTS, EVIDENCE } from '@/lib/db/repositories/pack-assessment-populations'
import type { Population } from '@/lib/db/repositories/pack-population'
import { CHECK_VERDICTS, EXCEPTIONS, FINDINGS, RUNS } from '@/lib/db/repositories/pack-posture-populations'
import { COMPLIANCE_AUDITS, INCIDENTS } from '@/lib/db/repositories/pack-record-populations'

/** Everything a pack lists in full, by name. */
export const POPULATIONS: readonly Population[] = [
  ACCESS_CHANGES,
  ACCESS_GRANTS,
  ANSWERS,
  ASSESSMENTS,
  AUDIT_REQUESTS,
  CHECK_VERDICTS,
  COMPLIANCE_AUDITS,
  EVIDENCE,
  EXCEPTIONS,
  FINDINGS,
  INCIDENTS,
  MEMBERS,
  RUNS,
]
