import type { Metadata } from 'next'
import { AssessmentActions } from '@/components/assessment/assessment-actions'
import { AssessmentBar } from '@/components/assessment/assessment-bar'
import { CapabilityNav } from '@/components/assessment/capability-nav'
import { ExportMenu } from '@/components/export/export-menu'
import { can } from '@/lib/access/can'
import { isCapability } from '@/lib/framework/capabilities'
import { assessmentProgress } from '@/lib/presentation/assessment-progress'
import { paths } from '@/lib/queries/paths'
import { CapabilitySection } from './capability-section'
import { loadAssessment } from './load-assessment'
import { SummarySection } from './summary-section'

type Props = {
  params: Promise<{ org: string; assessment: string }>
  searchParams: Promise<{ capability?: string | string[] }>
}

const chosen = (capability: string | string[] | undefined): string | null =>
  typeof capability === 'string' && isCapability(capability) ? capability : null

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { org, assessment: id } = await params
  const { assessment } = await loadAssessment(org, id)
  const capability = chosen((await searchParams).capability)
  return { title: capability ? `${capability} · ${assessment.name}` : assessment.name }
}

export default async function AssessmentPage({ params, searchParams }: Props) {
  const { org, assessment: id } = await params
  const loaded = await loadAssessment(org, id)
  const { assessment, deployment, membership } = loaded
  const capability = chosen((await searchParams).capability)
  const progress = assessmentProgress(assessment.answers)
  const may = { write: can(membership.role, 'assessment:write'), approve: can(membership.role, 'assessment:approve') }
  const hrefOf = (one: string) => paths.assessment(org, id, one)
  return (
    <>
      <AssessmentBar
        assessment={assessment}
        deployment={deployment.name}
        summaryHref={paths.assessment(org, id)}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'answers', filter: { assessment: id } }]} />
            <AssessmentActions
              org={org}
              deployment={deployment.slug}
              assessment={assessment}
              progress={progress}
              may={may}
            />
          </>
        }
      />
      <div className="grid gap-x-5 gap-y-4 @4xl/main:grid-cols-[15.5rem_minmax(0,1fr)]">
        <CapabilityNav
          progress={progress}
          current={capability}
          summaryHref={paths.assessment(org, id)}
          hrefOf={hrefOf}
        />
        <div className="min-w-0">
          {capability ? (
            <CapabilitySection
              org={org}
              id={capability}
              loaded={loaded}
              editable={may.write && assessment.state === 'draft'}
            />
          ) : (
            <SummarySection org={org} loaded={loaded} progress={progress} />
          )}
        </div>
      </div>
    </>
  )
}
