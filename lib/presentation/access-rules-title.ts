import type { AccessRules } from '@/lib/model/access-rules'
import { capitalized, countWord } from './wording'

/** The headline of an organization's access rules: how many narrow how its members enter. */
export function accessRulesTitle({ networks, acr, amr, maxProofMinutes, compliantDevices }: AccessRules): string {
  const set = [networks.length > 0, acr.length + amr.length > 0, maxProofMinutes !== null, compliantDevices]
  const count = set.filter(Boolean).length
  if (count === 0) return 'Members enter from any network and device, with any proof'
  return `${capitalized(countWord(count))} ${count === 1 ? 'rule narrows' : 'rules narrow'} how members enter`
}
