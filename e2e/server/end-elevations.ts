import { resolve } from 'node:path'
import { operator } from '@/lib/auth/operator'
import { withDatabase } from '@/lib/cli/with-database'
import { forOrganizations } from '@/lib/db/scope'
import { overrideEnv } from '@/lib/env'

// Moves the end of everything that is lent in an organization to so many seconds from now, as if its hours were nearly over.
const [data = '', org = '', seconds = '0'] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })
await withDatabase(async () => {
  const { memberships } = await operator()
  const organizationId = memberships.find(({ slug }) => slug === org)?.organizationId ?? ''
  const until = new Date(Date.now() + Number(seconds) * 1000)
  await forOrganizations([organizationId], async (tx) => {
    const lent = { organizationId, elevatedUntil: { not: null } }
    await tx.membership.updateMany({ where: lent, data: { elevatedUntil: until } })
    await tx.elevation.updateMany({ where: { organizationId, state: 'approved' }, data: { expiresAt: until } })
  })
})
console.log('{}')
