import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Random } from '@/prisma/seed/random'

/** Where a resource is made: its scope, its region, and the numbers its facts follow from. */
export type Spot = { account: string; region: string; random: Random }

/** One kind of resource: how many there are of it in a thousand, and the nth of them. */
export type Kind = { perMille: number; make: (n: number, spot: Spot) => AnyResource }

/** The resources of a scope of `thousands` thousand, spread over its regions. */
export function* fill(kinds: readonly Kind[], thousands: number, spotOf: (n: number) => Spot): Generator<AnyResource> {
  for (const { perMille, make } of kinds) for (let n = 0; n < perMille * thousands; n += 1) yield make(n, spotOf(n))
}
