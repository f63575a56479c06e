import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { ConnectionInput } from '@/lib/model/connection-input'
import type { ConnectionView } from '@/lib/model/connection-view'
import { createConnection } from '@/lib/services/create-connection'
import type { Cast } from './organizations'

const KEYS = { kind: 'aws', credentials: 'keys' } as const

/** An AWS connection of the cast's organization, made by an assessor. */
export const connectionOf = (
  { assessor, org }: Cast,
  { name = 'Production', ...more }: Partial<ConnectionInput> = {},
): Promise<ConnectionView> =>
  createConnection(assessor, {
    org,
    connection: {
      name,
      deploymentId: null,
      schedule: null,
      jitterMinutes: 0,
      settings: {
        ...KEYS,
        roleArn: null,
        externalId: null,
        endpoint: null,
        regions: ['eu-west-1'],
        services: [],
        memberRole: null,
      },
      ...more,
    },
  })

type RunStory = { name?: string; state?: 'running' | 'done' | 'cancelled'; lines?: number }

/** A run of a connection of its own, with two units, one of them refused, and a log; ended unless said otherwise. */
export async function endedRun(
  cast: Cast,
  { name = 'Production', state = 'cancelled', lines = 3 }: RunStory = {},
): Promise<{ id: string; connectionId: string }> {
  const { id: connectionId } = await connectionOf(cast, { name })
  const organizationId = cast.organization.id
  const id = newId()
  await forOrganizations([organizationId], async (tx) => {
    const now = new Date()
    const finishedAt = state === 'running' ? null : now
    const run = { organizationId, id, connectionId, state, trigger: 'person', requestedBy: 'Asa Assessor' }
    await tx.run.create({ data: { ...run, createdAt: now, startedAt: now, finishedAt } })
    const unit = { organizationId, runId: id, account: '111122223333', startedAt: now, finishedAt: now }
    const refused = { cause: 'denied', code: 'AccessDenied', message: 'not allowed' }
    await tx.runUnit.createMany({
      data: [
        {
          ...unit,
          id: newId(),
          region: 'eu-west-1',
          service: 'ec2',
          state: 'ok',
          pages: 2,
          items: 40,
          calls: 3,
          coverage: [{ operation: 'ec2:DescribeVpcs', pages: 2, items: 40, error: null }],
        },
        {
          ...unit,
          id: newId(),
          service: 'iam',
          state: 'denied',
          calls: 1,
          error: 'iam:GetAccountSummary was refused',
          coverage: [{ operation: 'iam:GetAccountSummary', pages: 0, items: 0, error: refused }],
        },
      ],
    })
    await tx.runEvent.createMany({
      data: Array.from({ length: lines }, (_, i) => ({
        organizationId,
        id: newId(),
        runId: id,
        at: now,
        level: 'info',
        message: `Line ${i + 1}`,
      })),
    })
  })
  return { id, connectionId }
}
