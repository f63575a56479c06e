import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { Slug } from '@/lib/model/slug'
import { createDeployment } from '@/lib/services/create-deployment'
import { listDeployments } from '@/lib/services/list-deployments'

const params = z.object({ org: Slug })

export const GET = route({
  tag: 'Deployments',
  summary: 'List the deployments of an organization',
  params,
  output: z.object({ items: z.array(Deployment) }),
  handler: async ({ actor, params: { org } }) => ({ items: await listDeployments(actor, { org }) }),
})

export const POST = route({
  tag: 'Deployments',
  summary: 'Add a deployment with the dates of its layers',
  params,
  body: DeploymentInput,
  output: Deployment,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => createDeployment(actor, { org, deployment: body }),
})
