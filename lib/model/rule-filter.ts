import { z } from 'zod'
import type { RuleSeen } from './rule-mapping'

/** Which rules of other scanners a list or an export shows; what is left out does not narrow it. */
export const RuleFilter = z.object({
  mapped: z.enum(['yes', 'no']).optional(),
  product: z.string().min(1).max(200).optional(),
  /** Part of the rule or of its title, in any case. */
  search: z.string().trim().min(1).max(200).optional(),
})
export type RuleFilter = z.infer<typeof RuleFilter>

export function rulesMatching(rules: readonly RuleSeen[], { mapped, product, search }: RuleFilter): RuleSeen[] {
  const sought = search?.toLowerCase() ?? ''
  return rules.filter(
    (one) =>
      (mapped === undefined || (one.capabilities !== '') === (mapped === 'yes')) &&
      (product === undefined || one.product === product) &&
      (sought === '' || `${one.rule}\n${one.title}`.toLowerCase().includes(sought)),
  )
}
