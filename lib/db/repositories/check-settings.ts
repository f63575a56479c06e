import { newId } from '@/lib/kernel/id'
import type { CheckSetting, CheckSettingInput } from '@/lib/model/check-view'
import type { CheckSetting as Row } from '../generated/client'
import type { Tx } from '../scope'

const toSetting = ({ checkId, threshold, severity, reason, updatedBy, updatedAt }: Row): CheckSetting => ({
  checkId,
  threshold,
  severity,
  reason,
  updatedBy,
  updatedAt: updatedAt.toISOString(),
})

/** What an organization decided about checks. */
export const checkSettingRepository = (tx: Tx, organizationId: string) => ({
  async list(): Promise<CheckSetting[]> {
    return (await tx.checkSetting.findMany({ where: { organizationId }, orderBy: { checkId: 'asc' } })).map(toSetting)
  },
  async find(checkId: string): Promise<CheckSetting | null> {
    const row = await tx.checkSetting.findUnique({ where: { organizationId_checkId: { organizationId, checkId } } })
    return row && toSetting(row)
  },
  async put(checkId: string, input: CheckSettingInput, by: { name: string; at: Date }): Promise<CheckSetting> {
    const facts = { ...input, updatedBy: by.name, updatedAt: by.at }
    const row = await tx.checkSetting.upsert({
      where: { organizationId_checkId: { organizationId, checkId } },
      create: { organizationId, id: newId(), checkId, ...facts },
      update: facts,
    })
    return toSetting(row)
  },
})
