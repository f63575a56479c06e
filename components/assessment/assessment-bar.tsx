import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { capabilities } from '@/lib/framework/capabilities'
import type { Assessment } from '@/lib/model/assessment'
import { assessmentStateLabel, assessmentStateTone } from '@/lib/presentation/assessment-state'
import { dayText } from '@/lib/presentation/date'

type Props = { assessment: Assessment; deployment: string; summaryHref: string; actions: ReactNode }

/** Which assessment this is, how far it is, and what may be done with it as a whole. */
export const AssessmentBar = ({ assessment, deployment, summaryHref, actions }: Props) => (
  <div className="mb-5 border-line border-b pb-3">
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 gap-y-1 text-ink-2 text-sm">
        <TextLink quiet href={summaryHref} className="font-semibold text-ink">
          {assessment.name}
        </TextLink>
        <Tag tone={assessmentStateTone(assessment.state)}>{assessmentStateLabel(assessment.state)}</Tag>
        <span>
          {deployment}, as of {dayText(assessment.asOf)}
        </span>
        <span className="tabular-nums">
          {assessment.answered} of {capabilities.length} answered
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
    </div>
    {assessment.state === 'draft' && assessment.returnedBecause !== null ? (
      <Callout tone="warn" className="mt-3" title="Sent back">
        <p className="whitespace-pre-line">{assessment.returnedBecause}</p>
      </Callout>
    ) : null}
  </div>
)
