import { AnswersCard } from '@/components/assessment/answers-card'
import { DifferencesCard } from '@/components/assessment/differences-card'
import { ResultCard } from '@/components/assessment/result-card'
import { MaturityHow } from '@/components/maturity/maturity-how'
import { StatementsCard } from '@/components/statements/statements-card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { capabilities, capabilitiesOf } from '@/lib/framework/capabilities'
import { explainMaturity } from '@/lib/maturity/explain-maturity'
import { assessmentLine } from '@/lib/presentation/assessment-line'
import { firstUnanswered, type LayerProgress } from '@/lib/presentation/assessment-progress'
import { assessmentTitle } from '@/lib/presentation/assessment-title'
import { paths } from '@/lib/queries/paths'
import { listStatements } from '@/lib/services/list-statements'
import { type loadAssessment, loadEarlier } from './load-assessment'

type Props = {
  org: string
  loaded: Awaited<ReturnType<typeof loadAssessment>>
  progress: readonly LayerProgress[]
}

/** An assessment as a whole: what it comes to, what changed, and every answer. */
export async function SummarySection({ org, loaded: { actor, membership, assessment, deployment }, progress }: Props) {
  const { id, state, answers, maturity } = assessment
  const earlier = await loadEarlier(actor, org, deployment.slug, assessment)
  const signed = await listStatements(actor, { org, kind: 'assessment', id })
  const hrefOf = (capability: string) => paths.assessment(org, id, capability)
  const open = firstUnanswered(answers)
  const isWriting = state === 'draft' && can(membership.role, 'assessment:write')
  return (
    <>
      <PageHeading
        title={assessmentTitle(assessment, capabilities.length, membership.name, maturity)}
        sub={assessmentLine(assessment)}
        actions={
          isWriting && open ? (
            <LinkButton href={hrefOf(open.id)}>
              {answers.length === 0 ? 'Begin' : 'Continue'} with {open.name}
            </LinkButton>
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ResultCard
          state={state}
          maturity={maturity}
          comparison={earlier?.change ?? null}
          hrefOf={(layer) => hrefOf(capabilitiesOf(layer)[0]?.id ?? '')}
          how={
            <MaturityHow
              explanation={explainMaturity(maturity)}
              assessmentHref={`${paths.assessment(org, id)}#answers`}
            />
          }
        />
        <DifferencesCard
          earlier={earlier}
          isPartial={state === 'draft' && open !== null}
          earlierHref={earlier ? paths.assessment(org, earlier.assessment.id) : null}
          hrefOf={hrefOf}
        />
        <StatementsCard org={org} statements={signed.items} />
        <AnswersCard progress={progress} answers={answers} hrefOf={hrefOf} />
      </div>
    </>
  )
}
