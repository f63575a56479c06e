import { AccessRules } from '@/lib/model/access-rules'
import { found, type Tx } from '../scope'
import { raiseRevision } from './revision'

/** What an organization asks of everybody who enters it. */
export const accessRulesRepository = (tx: Tx, organizationId: string) => ({
  async get(): Promise<AccessRules> {
    const row = await tx.organization.findUnique({ where: { id: organizationId }, select: { accessRules: true } })
    return AccessRules.parse(found(row).accessRules)
  },
  async put(accessRules: AccessRules): Promise<void> {
    await tx.organization.update({ where: { id: organizationId }, data: { accessRules } })
    await raiseRevision(tx, organizationId)
  },
})
