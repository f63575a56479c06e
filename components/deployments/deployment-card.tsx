import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { rolloutWindow } from '@/lib/metrics/rollout-window'
import type { Deployment } from '@/lib/model/deployment'
import { monthText } from '@/lib/presentation/date'
import { RolloutTimeline } from './rollout-timeline'

type Props = { deployment: Deployment; today: string; editHref: string | null; outcomesHref: string }

/** One deployment: its windows in words, its layers on a track. */
export function DeploymentCard({ deployment, today, editHref, outcomesHref }: Props) {
  const { baseline, goLive } = rolloutWindow(deployment.rollouts)
  const window = baseline
    ? `Baseline ${monthText(baseline.from)} to ${monthText(baseline.to)}. ${goLive ? `First layer live ${monthText(goLive)}.` : 'No layer is live yet.'}`
    : 'No layer has begun, so there is no baseline yet.'
  return (
    <Card
      title={deployment.name}
      note={deployment.environment ? `${deployment.environment}. ${window}` : window}
      aside={
        <span className="flex gap-2 print:hidden">
          <LinkButton size="sm" href={outcomesHref} aria-label={`Before and after of ${deployment.name}`}>
            Before and after
          </LinkButton>
          {editHref ? (
            <LinkButton size="sm" href={editHref} aria-label={`Edit ${deployment.name}`}>
              Edit
            </LinkButton>
          ) : null}
        </span>
      }
    >
      <RolloutTimeline rollouts={deployment.rollouts} today={today} />
    </Card>
  )
}
