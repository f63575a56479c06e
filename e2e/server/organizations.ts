import { randomBytes } from 'node:crypto'
import type { Assessment, AssessmentDetail } from '@/lib/model/assessment'
import type { ConnectionView } from '@/lib/model/connection-view'
import type { Deployment } from '@/lib/model/deployment'
import type { ImportReport } from '@/lib/model/import-batch'
import { LAYERS } from '@/lib/model/layer'
import type { Organization } from '@/lib/model/organization'
import type { Run } from '@/lib/model/run'
import type { Stage } from '@/lib/model/stage'
import { type Api, asPerson } from './api'
import { addMembers, type Person } from './sessions'

/** A name nobody had before: journeys run side by side, and again over the same product. */
export const fresh = (name: string): string => `${name}-${randomBytes(4).toString('hex')}`

/** An organization of a journey's own, made by the founder, with these people of the study in it. */
export async function newOrganization(name: string, ...people: readonly Person[]): Promise<Organization> {
  const slug = fresh(name.toLowerCase().replaceAll(' ', '-'))
  const facts = { slug, name, sector: 'technology', headcount: 420, clouds: ['aws'] }
  const organization = await asPerson('founder', (api) => api.send<Organization>('POST', '/api/v1/orgs', facts))
  await addMembers(slug, ...people)
  return organization
}

/** A deployment whose layers all began in July 2025 and went live in the same month, before any record of a journey ends. */
export const newDeployment = (api: Api, org: string, name = 'Warehouse'): Promise<Deployment> =>
  api.send('POST', `/api/v1/orgs/${org}/deployments`, {
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    environment: 'AWS',
    rollouts: LAYERS.map((layer) => ({ layer, beganOn: '2025-07-01', liveOn: '2025-07-15' })),
  })

/** A draft in which every capability stands at this stage, but for those named. */
export async function newDraft(
  api: Api,
  org: string,
  draft: { deploymentId: string; name: string; asOf: string },
  stage: Stage = 1,
  others: Readonly<Record<string, Stage>> = {},
): Promise<Assessment> {
  const made = await api.send<Assessment>('POST', `/api/v1/orgs/${org}/assessments`, draft)
  const { maturity } = await api.get<AssessmentDetail>(`/api/v1/orgs/${org}/assessments/${made.id}`)
  const answers = maturity.layers.flatMap(({ capabilities }) =>
    capabilities.map(({ capability }) => ({
      capability,
      status: 'assessed',
      stage: others[capability] ?? stage,
      targetStage: null,
      rationale: `Seen on ${draft.asOf}.`,
    })),
  )
  await api.send('PUT', `/api/v1/orgs/${org}/assessments/${made.id}/answers`, { answers })
  return made
}

/** A connection that reads nothing, because it has no credentials, and a run of it that has ended. */
export async function newEndedRun(api: Api, org: string, name = fresh('Account')): Promise<Run> {
  const settings = { kind: 'aws', credentials: 'keys', regions: ['eu-west-1'], services: ['iam'] }
  const connection = await api.send<ConnectionView>('POST', `/api/v1/orgs/${org}/connections`, { name, settings })
  const run = await api.send<Run>('POST', `/api/v1/orgs/${org}/connections/${connection.id}/runs`)
  // A worker may have found out before us that there is nothing to open it with.
  await api.send('POST', `/api/v1/orgs/${org}/runs/${run.id}/cancel`).catch(() => undefined)
  return api.get(`/api/v1/orgs/${org}/runs/${run.id}`)
}

/** Any run of an organization that has ended; one is made where there is none. */
export async function someRun(api: Api, org: string): Promise<{ connection: string; run: string }> {
  const { items } = await api.get<{ items: Run[] }>(`/api/v1/orgs/${org}/runs`)
  const ended = items.find(({ state }) => ['done', 'failed', 'cancelled'].includes(state))
  const { id, connectionId } = ended ?? (await newEndedRun(api, org))
  return { connection: connectionId, run: id }
}

/** Imports an incident file through the API as the named person's script would. */
export const importIncidents = (
  api: Api,
  org: string,
  csv: string,
  map: Readonly<Record<string, string>>,
  options: Readonly<Record<string, string>> = {},
): Promise<ImportReport> => {
  const query = new URLSearchParams({ source: 'journey', map: JSON.stringify(map), ...options })
  return api.upload(`/api/v1/orgs/${org}/incidents/import?${query}`, csv)
}
