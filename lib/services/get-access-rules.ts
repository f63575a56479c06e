import type { AccessRules } from '@/lib/model/access-rules'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** What the organization asks of everybody who enters it. Throws not-found, forbidden. */
export async function getAccessRules(actor: Actor, { org }: { org: string }): Promise<AccessRules> {
  return (await authorize(actor, org, 'member:read')).rules
}
