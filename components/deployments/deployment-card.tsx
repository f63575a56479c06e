import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Deployment } from '@/lib/model/deployment'
import { windowText } from '@/lib/presentation/rollout-timeline'
import { RolloutTimeline } from './rollout-timeline'

type Props = { deployment: Deployment; today: string; editHref: string | null; outcomesHref: string }

/** One deployment: its windows in words, its layers on a track. */
export function DeploymentCard({ deployment, today, editHref, outcomesHref }: Props) {
  const window = windowText(deployment.rollouts)
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
