import { CHECKS } from '@/lib/checks/registry'
import type { AssessedFacts } from '@/lib/evidence/oscal/assessed-facts'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import type { RunFacts, RunFinding } from '@/lib/evidence/oscal/run-facts'
import { capabilities } from '@/lib/framework/capabilities'
import { framework } from '@/lib/framework/framework'
import { derivedId } from '@/lib/kernel/id'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { Answer } from '@/lib/model/answer'
import type { CheckVerdict, Verdict } from '@/lib/model/verdict'

const AT = '2026-03-02T09:30:00.000Z'
const id = (...parts: string[]) => derivedId('oscal-test', ...parts)

export const oscalOrganization: OscalOrganization = {
  id: id('organization'),
  name: 'Meridian <Trust> & {{Sons}}',
  slug: 'meridian',
  synthetic: true,
}

/** At its target, below it, without a target, not applicable, and the rest not assessed. */
const answers: Answer[] = [
  answer('IAM-01', 2, 2),
  answer('IAM-02', 1, 3, true),
  answer('IAM-03', 1, null),
  { ...answer('IAM-04', null, null), status: 'not_applicable', rationale: 'There are no keys.\r\nNone <b>at all</b>.' },
]

function answer(capability: string, stage: Answer['stage'], targetStage: Answer['targetStage'], rich = false): Answer {
  const evidence: Answer['evidence'][number] = {
    id: id('evidence', capability),
    kind: 'file',
    title: ' mfa export\n.csv ',
    url: null,
    mediaType: 'text/csv',
    bytes: 12,
    sha256: 'a'.repeat(64),
    collector: 'Asa Assessor',
    createdAt: AT,
    collectedOn: '2026-02-28',
    expiresOn: '2026-08-31',
  }
  const link = {
    ...evidence,
    id: id('link', capability),
    kind: 'link' as const,
    sha256: null,
    bytes: null,
    mediaType: null,
  }
  return {
    capability,
    status: 'assessed',
    stage,
    targetStage,
    rationale: rich ? 'Seen in the export.' : '',
    evidence: rich ? [evidence, { ...link, url: 'https://wiki.example/mfa?x=1', expiresOn: null }] : [],
    updatedAt: AT,
  }
}

const verdict = (checkId: string, said: Verdict, account = '111122223333'): CheckVerdict => ({
  checkId,
  account,
  verdict: said,
  numerator: said === 'pass' ? 4 : 1,
  denominator: said === 'not_applicable' ? 0 : 4,
  undecided: said === 'unknown' ? 2 : 0,
  gaps:
    said === 'unknown'
      ? [{ cause: 'denied', operation: 'iam:GetCredentialReport', region: null, detail: 'not allowed' }]
      : [],
  factsAt: '2026-03-01T06:00:00.000Z',
})

const SAID: readonly Verdict[] = ['pass', 'fail', 'unknown', 'not_applicable']

/** One verdict a check, every kind among them. */
const verdicts: CheckVerdict[] = CHECKS.map(({ id: check }, i) => verdict(check, SAID[i % SAID.length] ?? 'pass'))

export function assessedFacts(more: Partial<AssessedFacts> = {}): AssessedFacts {
  const posture = measurePosture({
    framework,
    checks: CHECKS,
    verdicts: verdicts.map(({ gaps, account: _, ...one }) => ({ ...one, incomplete: gaps.length > 0 })),
    at: '2026-03-01T06:10:00.000Z',
  })
  return {
    assessment: {
      id: id('assessment'),
      deploymentId: id('deployment'),
      name: 'Spring',
      asOf: '2026-03-02',
      state: 'approved',
      framework: framework.version,
      createdBy: 'Asa Assessor',
      submittedBy: 'Asa Assessor',
      submittedAt: AT,
      approvedBy: 'Bela Assessor',
      approvedAt: '2026-03-03T10:00:00.000Z',
      returnedBecause: null,
      createdAt: '2026-03-01T08:00:00.000Z',
      updatedAt: '2026-03-03T10:00:00.000Z',
      answered: answers.length,
      answers,
      maturity: assessMaturity({ framework, answers, asOf: '2026-03-02' }),
      posture: {
        at: posture.at,
        formula: posture.formula,
        capabilities: posture.layers.flatMap((layer) => layer.capabilities),
      },
    },
    deployment: 'Payments',
    capabilities: null,
    evidenceHref: (evidence, capability) => `evidence/${capability}/${evidence.id}.csv`,
    ...more,
  }
}

export const runFinding = (i: number): RunFinding => ({
  id: id('finding', String(i)),
  checkId: CHECKS[i % CHECKS.length]?.id ?? '',
  title: 'Console user has no MFA',
  message: `User user-${i} has a console password and no second factor; MFA was expected.`,
  severity: 'high',
  resourceType: 'aws_iam_user',
  resourceId: `arn:aws:iam::111122223333:user/user-${i}`,
  resourceName: `user-${i}`,
  account: '111122223333',
  region: i % 2 === 0 ? null : 'eu-west-1',
  openedAt: '2026-01-05T06:00:00.000Z',
  exceptionUntil: i % 3 === 0 ? '2026-06-30' : null,
})

const PAGE = 1_000

/** So many failing resources, page by page. */
export async function* runFindingPages(count: number): AsyncGenerator<readonly RunFinding[]> {
  for (let from = 0; from < count; from += PAGE)
    yield Array.from({ length: Math.min(PAGE, count - from) }, (_, i) => runFinding(from + i))
}

export const runFacts = (more: Partial<RunFacts> = {}): RunFacts => ({
  run: {
    id: id('run'),
    startedAt: '2026-03-01T06:00:00.000Z',
    finishedAt: '2026-03-01T06:10:00.000Z',
    snapshot: 'b'.repeat(64),
  },
  connection: 'Production',
  verdicts,
  findings: runFindingPages(5),
  capabilities: null,
  ...more,
})

/** Some capabilities, as a scope restricts documents to them. */
export const someCapabilities: ReadonlySet<string> = new Set(capabilities.slice(0, 5).map((one) => one.id))
