import type { Instant } from '@/lib/model/instant'
import type { Organization } from '@/lib/model/organization'
import type { Period } from '@/lib/model/period'
import type { ReportedEvidence } from '@/lib/model/report-facts'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { dayText } from '@/lib/presentation/date'
import { countText } from '@/lib/presentation/number'
import { coverageText, operationText } from '@/lib/presentation/operation-text'
import { capitalized, countWord } from '@/lib/presentation/wording'
import { evidenceTable, gapTable, requirementTable } from '../parts/requirements'
import { VERIFYING } from '../parts/verifying'
import type { Report, Section } from '../report'

export type AuditorFacts = {
  asOf: Instant
  organization: Organization
  framework: RequirementFramework
  period: Period
  /** By name; empty is the whole organization. */
  deployments: readonly string[]
  operations: readonly RequirementOperation[]
  evidence: readonly ReportedEvidence[]
  /** Versions of what the operation was worked out by. */
  formulas: readonly string[]
}

/** One framework over one period: every requirement with its coverage and quarters, the gaps as gaps, and what backs it. */
export function auditorReport(facts: AuditorFacts): Report {
  const { asOf, organization, framework, period, deployments, operations, evidence, formulas } = facts
  const where = deployments.length === 0 ? `all of ${organization.name}` : deployments.join(', ')
  return {
    kind: 'auditor',
    name: `Auditor report: ${framework.shortName}`,
    title: auditorTitle(framework, operations),
    line: `${framework.name}, ${dayText(period.from)} to ${dayText(period.to)}. Scope: ${where}.`,
    organization: organization.name,
    synthetic: organization.synthetic,
    asOf,
    formulas,
    single: false,
    sections: [
      summary(facts),
      { title: 'Requirements', blocks: [{ kind: 'legend' }, requirementTable(framework, operations)] },
      {
        title: 'Gaps',
        blocks: [
          {
            kind: 'paragraph',
            text: 'Something an auditor has to know is not there. A quarter in which nobody looked is missing; it is not filled in and never counts as held.',
          },
          gapTable(framework, operations),
        ],
      },
      {
        title: 'Evidence',
        blocks: [
          {
            kind: 'paragraph',
            text: `${countText(evidence.length)} pieces of evidence of approved assessments that speak for the period, under the capabilities of this framework’s requirements. The SHA-256 is that of the file as it was uploaded; a link has none.`,
          },
          evidenceTable(evidence),
        ],
      },
      { title: 'How to verify this report', blocks: VERIFYING },
    ],
  }
}

const numberOf = (operations: readonly RequirementOperation[], state: RequirementOperation['state']): number =>
  operations.filter((one) => one.state === state).length

function auditorTitle({ shortName }: RequirementFramework, operations: readonly RequirementOperation[]): string {
  if (operations.length === 0) return `${shortName} holds no requirement that the framework speaks to`
  const held = numberOf(operations, 'held')
  const verb = operations.length === 1 ? 'requirement of' : 'requirements of'
  return `${held === 0 ? 'None' : capitalized(countWord(held))} of ${countText(operations.length)} ${verb} ${shortName} held over the whole period`
}

const COVERAGES = ['automated', 'manual', 'not_covered'] as const
const STATES = ['held', 'failed', 'unknown', 'missing'] as const
const MEANINGS = {
  held: 'in every quarter of the period',
  failed: 'in at least one quarter',
  unknown: 'somebody looked and could not tell',
  missing: 'in at least one quarter nobody looked',
} as const

const summary = ({ framework, operations }: AuditorFacts): Section => ({
  title: 'Summary',
  blocks: [
    {
      kind: 'columns',
      columns: [
        {
          width: 1,
          blocks: [
            {
              kind: 'table',
              caption: 'Requirements by coverage',
              columns: [
                { label: 'Covered how', width: 2 },
                { label: 'Requirements', width: 1, numeric: true },
              ],
              rows: COVERAGES.map((coverage) => [
                coverageText(coverage),
                countText(operations.filter((one) => one.coverage === coverage).length),
              ]),
              empty: '',
            },
          ],
        },
        {
          width: 1.4,
          blocks: [
            {
              kind: 'table',
              caption: 'Requirements by operation over the period',
              columns: [
                { label: 'Operation over the period', width: 2.4 },
                { label: 'Requirements', width: 1, numeric: true },
              ],
              rows: STATES.map((state) => [
                { text: operationText(state), sub: MEANINGS[state] },
                countText(numberOf(operations, state)),
              ]),
              empty: '',
            },
          ],
        },
      ],
    },
    {
      kind: 'note',
      tone: 'neutral',
      text: `The table holds the requirements of ${framework.name} that the zero-trust framework speaks to, and no others. That a capability speaks to a requirement does not mean it meets it. No standards body endorses this mapping.${
        framework.wording === 'ids-only'
          ? ' The publisher’s licence lets only the ids of its requirements be shown.'
          : ''
      }`,
    },
  ],
})
