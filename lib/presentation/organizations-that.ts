import { countText } from './number'
import { capitalized, countWord } from './wording'

/** A count beside its total: a word, or figures on both sides once the total needs them. */
export const countAmong = (count: number, total: number): string => (total > 12 ? countText(count) : countWord(count))

/** The subject of a finding with its verb: `Nine of twelve organizations are`, `None of 40 organizations is`. */
export function organizationsThat(count: number, total: number, one: string, many: string): string {
  if (total === 1) return `The only organization ${one}`
  const all = countAmong(total, total)
  if (count === total) return `${total === 2 ? 'Both' : `All ${all}`} organizations ${many}`
  if (count === 0) return `None of ${all} organizations ${one}`
  return `${capitalized(countAmong(count, total))} of ${all} organizations ${count === 1 ? one : many}`
}
