import type { RuleSeen } from '@/lib/model/rule-mapping'

/** What the table is narrowed to, as the address says it. */
export type RulesChosen = { mapped?: 'yes' | 'no'; product?: string; search?: string }

/** As many as one page of the table holds. */
export const RULES_A_PAGE = 100

type Shown = { items: RuleSeen[]; matching: number; next: number | null }

/** The rules that match, from the given place on; `next` is where the following page begins, null at the end. */
export function rulesShown(rules: readonly RuleSeen[], { mapped, product, search }: RulesChosen, from: number): Shown {
  const sought = search?.toLowerCase() ?? ''
  const matching = rules.filter(
    (one) =>
      (mapped === undefined || (one.capabilities !== '') === (mapped === 'yes')) &&
      (product === undefined || one.product === product) &&
      (sought === '' || `${one.rule}\n${one.title}`.toLowerCase().includes(sought)),
  )
  const next = from + RULES_A_PAGE
  return { items: matching.slice(from, next), matching: matching.length, next: next < matching.length ? next : null }
}

/** The products that rules are of, by name. */
export const productsOf = (rules: readonly RuleSeen[]): string[] =>
  [...new Set(rules.map(({ product }) => product))].toSorted((a, b) => a.localeCompare(b, 'en'))
