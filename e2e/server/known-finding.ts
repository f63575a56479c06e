import { resolve } from 'node:path'
import { operator } from '@/lib/auth/operator'
import { withDatabase } from '@/lib/cli/with-database'
import { forOrganization } from '@/lib/db/store'
import { overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import { listFindings } from '@/lib/services/list-findings'

// What a run that has found one thing leaves behind, without a source to read from.
const [data = '', org = '', mark = ''] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })

const settings = { kind: 'findings', product: mark } as const
const facts = {
  name: `${mark} scanner`,
  deploymentId: null,
  settings,
  schedule: null,
  jitterMinutes: 0,
  pausedAt: null,
}
const seen = {
  checkId: 'seen_once',
  source: mark,
  subject: { type: 'vault', id: 'the-vault', name: `${mark} vault`, account: mark, region: null },
  title: `${mark} vault is open`,
  message: `The vault of ${mark} is open`,
  severity: 'high',
  capabilities: ['DAT-03'],
  detail: { door: 'open' },
  provenance: null,
} as const

const id = await withDatabase(async () => {
  const actor = await operator()
  const { memberships } = actor
  const organizationId = memberships.find((one) => one.slug === org)?.organizationId ?? ''
  await forOrganization(organizationId, async ({ connections, findingStaging }) => {
    const { id: connectionId } = await connections.create(newId(), facts, 'Proofline')
    await findingStaging.open()
    await findingStaging.see([seen])
    const at = new Date().toISOString()
    await findingStaging.merge({ connectionId, runId: newId(), at, source: mark, scopes: [] })
  })
  const { items } = await listFindings(actor, { org, filter: {}, sort: 'severity', page: { limit: 1 } })
  return items[0]?.id
})
console.log(JSON.stringify({ id }))
