import type { Check } from '@/lib/checks/frame/check'
import type { ScopeFacts } from '@/lib/checks/frame/scope-facts'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource, FactTypes, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import type { UnknownCause } from '@/lib/model/resource'

export const ACCOUNT = '111122223333'
export const REGION = 'eu-west-1'

type Where = { name?: string; account?: string; region?: string | null }

/** A resource of a type with its facts; its name is its id unless told otherwise. */
export const resourceOf = <Type extends ResourceType>(
  type: Type,
  id: string,
  facts: FactTypes[Type],
  { name = id, account = ACCOUNT, region = null }: Where = {},
): ResourceOf<Type> => ({ type, id, name, account, region, facts })

/** An operation that was not read in full: in one region, or (null, the default) in the unit that has none. */
export type ToldGap = { operation: string; cause?: UnknownCause; region?: string | null }

type Told = {
  account?: string
  /** Planned beside the unit without a region. */
  regions?: readonly string[]
  resources: readonly AnyResource[]
  gaps?: readonly ToldGap[]
  /** Whose operations were asked: each complete in every unit, but for the gaps. */
  checks: readonly Pick<Check, 'operations'>[]
}

/**
 * The facts of one scope for a check to judge: an account with the region `eu-west-1` unless told otherwise, whose units
 * answered every operation the checks name in full, except where `gaps` says that they did not.
 */
export function scopeOf({ account = ACCOUNT, regions = [REGION], resources, gaps = [], checks }: Told): ScopeFacts {
  const operations = [...new Set(checks.flatMap((one) => one.operations))]
  const coverageIn = (region: string | null): Coverage[] =>
    operations.map((operation) => {
      const gap = gaps.find((one) => one.operation === operation && (one.region ?? null) === region)
      const error = gap ? { cause: gap.cause ?? 'denied', code: 'AccessDenied', message: 'not authorized' } : null
      return { operation, pages: gap ? 0 : 1, items: 0, error }
    })
  const units = [null, ...regions].map((region) => ({ account, region, service: 'all', coverage: coverageIn(region) }))
  return scopeFacts(account, units, resources)
}
