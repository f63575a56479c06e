import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { Slug } from '@/lib/model/slug'
import { deleteDeployment } from '@/lib/services/delete-deployment'
import { getDeployment } from '@/lib/services/get-deployment'
import { updateDeployment } from '@/lib/services/update-deployment'

const params = z.object({ org: Slug, id: z.uuid() })
const tag = 'Deployments'

export const GET = route({
  tag,
  summary: 'Read a deployment',
  params,
  output: Deployment,
  handler: ({ actor, params: { org, id } }) => getDeployment(actor, { org, id }),
})

export const PUT = route({
  tag,
  summary: 'Replace a deployment and the dates of its layers',
  params,
  body: DeploymentInput,
  output: Deployment,
  handler: ({ actor, params: { org, id }, body }) => updateDeployment(actor, { org, id, deployment: body }),
})

export const DELETE = route({
  tag,
  summary: 'Delete a deployment that holds no records',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org, id } }) => deleteDeployment(actor, { org, id }),
})
