import { z } from 'zod'
import { Deployment } from './deployment'
import { Outcome } from './outcome'
import { OutcomeScope } from './overview'

/** Before and after one deployment, and whose records it is made of. `deployment` is null in an organization without any. */
export const DeploymentOutcome = z.object({
  deployment: Deployment.nullable(),
  scope: OutcomeScope,
  result: Outcome,
})
export type DeploymentOutcome = z.infer<typeof DeploymentOutcome>
