import { forOrganization } from '@/lib/db/store'
import type { AccessRules } from '@/lib/model/access-rules'
import type { Actor } from '@/lib/model/actor'
import { requireStillLetIn } from './access-rules-lockout'
import { authorize } from './authorize'

type Input = { org: string; rules: AccessRules }

/**
 * Replaces what the organization asks of everybody who enters it; it holds from the next request on. Throws not-found,
 * forbidden, step-up, and invalid for a rule that whoever sets it does not satisfy right now: they would lock themselves
 * out, and perhaps everybody.
 */
export async function putAccessRules(actor: Actor, { org, rules }: Input): Promise<AccessRules> {
  const here = await authorize(actor, org, 'access-rules:write')
  await requireStillLetIn(actor, here, rules)
  return forOrganization(here, async ({ accessRules, organizationId, audit }) => {
    const before = await accessRules.get()
    await accessRules.put(rules)
    const changed = Object.entries(rules).filter(([name, value]) => !isSame(value, before[name as keyof AccessRules]))
    if (changed.length === 0) return rules
    const detail = { before, after: rules }
    await audit.append(actor, {
      action: 'access-rules.changed',
      subject: organizationId,
      detail,
      before,
      after: rules,
    })
    return rules
  })
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
