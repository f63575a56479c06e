import { layers } from '@/lib/framework/layers'
import type { DeploymentInput } from '@/lib/model/deployment'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the form says, ungraded: the server decides whether it is a deployment. */
export const deploymentOf = (form: FormData): DeploymentInput => ({
  slug: text(form, 'slug'),
  name: text(form, 'name'),
  environment: text(form, 'environment'),
  rollouts: layers.map(({ id: layer }) => ({
    layer,
    beganOn: text(form, `${layer}.beganOn`) || null,
    liveOn: text(form, `${layer}.liveOn`) || null,
  })),
})
