import { type RuleFilter, rulesMatching } from '@/lib/model/rule-filter'
import type { RuleSeen } from '@/lib/model/rule-mapping'

/** As many as one page of the table holds. */
export const RULES_A_PAGE = 100

type Shown = { items: RuleSeen[]; matching: number; next: number | null }

/** The rules that match, from the given place on; `next` is where the following page begins, null at the end. */
export function rulesShown(rules: readonly RuleSeen[], filter: RuleFilter, from: number): Shown {
  const matching = rulesMatching(rules, filter)
  const next = from + RULES_A_PAGE
  return { items: matching.slice(from, next), matching: matching.length, next: next < matching.length ? next : null }
}

/** The products that rules are of, by name. */
export const productsOf = (rules: readonly RuleSeen[]): string[] =>
  [...new Set(rules.map(({ product }) => product))].toSorted((a, b) => a.localeCompare(b, 'en'))
