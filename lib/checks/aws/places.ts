import type { Subject } from '../frame/evaluation'
import type { ScopeFacts } from '../frame/scope-facts'

/** The account as a place where something must exist. */
export const accountPlace = ({ account }: ScopeFacts): Subject => ({
  type: 'aws.account',
  id: account,
  name: account,
  account,
  region: null,
})

export type RegionPlace = Subject & { region: string }

/** Each region of the run as a place where something must exist; its id tells it from the same region of other accounts. */
export const regionPlaces = ({ account, regions }: ScopeFacts): readonly RegionPlace[] =>
  regions.flatMap((region) =>
    region === null ? [] : { type: 'aws.region', id: `${account}/${region}`, name: region, account, region },
  )
