import { DATA_CHECKS } from './aws/data'
import { IDENTITY_CHECKS } from './aws/identity'
import { NETWORK_CHECKS } from './aws/network'
import { WATCH_CHECKS } from './aws/watch'
import type { Check } from './frame/check'
import { KUBERNETES_CHECKS } from './kubernetes/checks'
import { TERRAFORM_CHECKS } from './terraform/checks'

/** Every check, in the order the catalogue shows them. */
export const CHECKS: readonly Check[] = [
  ...IDENTITY_CHECKS,
  ...NETWORK_CHECKS,
  ...WATCH_CHECKS,
  ...DATA_CHECKS,
  ...KUBERNETES_CHECKS,
  ...TERRAFORM_CHECKS,
]

const byId: ReadonlyMap<string, Check> = new Map(CHECKS.map((one) => [one.id, one]))

/** The check of that id; undefined for one this release does not have. */
export const checkOf = (id: string): Check | undefined => byId.get(id)

export const checksOf = (provider: Check['provider']): readonly Check[] =>
  CHECKS.filter((one) => one.provider === provider)
