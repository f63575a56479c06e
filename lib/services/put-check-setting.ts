import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { CheckSetting, CheckSettingInput } from '@/lib/model/check-view'
import { authorize } from './authorize'
import { knownCheck } from './known-check'

type Input = { org: string; id: string; setting: CheckSettingInput; now?: Date }

/**
 * Sets the share at which a ratio check passes, or a check's severity, with the reason; both null goes back to what the
 * check brings. It counts from the next run on. Throws not-found, and invalid for a threshold of a check that has none.
 */
export async function putCheckSetting(
  actor: Actor,
  { org, id, setting, now = new Date() }: Input,
): Promise<CheckSetting> {
  const admitted = await authorize(actor, org, 'check-setting:write')
  const check = knownCheck(id)
  if (setting.threshold !== null && check.kind !== 'ratio') {
    const reason = 'only a ratio check has one'
    throw new AppError('invalid', { detail: `threshold: ${reason}`, problems: [{ field: 'threshold', reason }] })
  }
  return forOrganization(admitted, async ({ checkSettings, audit }) => {
    const before = await checkSettings.find(id)
    const after = await checkSettings.put(id, setting, { name: actor.name, at: now })
    const { threshold, severity, reason } = setting
    await audit.append(actor, {
      action: 'check-setting.changed',
      subject: id,
      detail: { threshold, severity, reason },
      before: before ?? undefined,
      after,
    })
    return after
  })
}
