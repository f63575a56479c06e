import type { RuleSeen } from '@/lib/model/rule-mapping'
import { countText } from './number'

type Mapped = Pick<RuleSeen, 'capabilities'>

/** What a rule's findings feed now, the main one first. */
export const feedsOf = ({ capabilities }: Mapped): string[] => (capabilities === '' ? [] : capabilities.split(','))

/** How many rules feed nothing, which is what there is to do. */
export function ruleMappingsTitle(rules: readonly Mapped[]): string {
  const unmapped = rules.filter((one) => one.capabilities === '').length
  if (rules.length === 0) return 'No rules of other scanners yet'
  if (unmapped > 0)
    return `${countText(unmapped)} of ${rulesText(rules.length)} ${unmapped === 1 ? 'feeds' : 'feed'} no capability`
  return rules.length === 1
    ? 'The one rule seen feeds a capability'
    : `All ${rulesText(rules.length)} feed a capability`
}

const rulesText = (n: number): string => `${countText(n)} ${n === 1 ? 'rule' : 'rules'}`

/** In which order the capability of a rule is looked for, when nobody here mapped it. */
export const MAPPED_BY_DEFAULT =
  'Unless mapped here, a rule feeds what our own check of the same purpose feeds; without one, what the framework lists it under, then what the requirements it cites touch, then what its name points to.'

/** Who says what a rule feeds. */
export function mappedByText({
  ownCapability,
  updatedBy,
  capabilities,
}: Pick<RuleSeen, 'ownCapability' | 'updatedBy' | 'capabilities'>): string {
  if (ownCapability !== null)
    return `${ownCapability === '' ? 'none, ' : ''}by hand${updatedBy ? `, ${updatedBy}` : ''}`
  return capabilities === '' ? 'nothing points to one' : 'by default'
}
