import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'

/** Reports carry the organization's name again. Without a logo nothing changes. Throws not-found, forbidden. */
export async function removeReportLogo(actor: Actor, { org, now = new Date() }: { org: string; now?: Date }) {
  const admitted = await authorize(actor, org, 'report-style:write')
  await forOrganization(admitted, async (store) => {
    const before = await store.reportStyles.get()
    if (before.logo === null) return
    await store.reportStyles.put({ logo: null }, { name: actor.name, at: now })
    await store.audit.append(actor, {
      action: 'report-style.logo-removed',
      subject: store.organizationId,
      detail: before.logo,
      before,
      after: await store.reportStyles.get(),
    })
    await dropUnusedFiles(store, [before.logo.sha256])
  })
}
