import type { UnitScope } from '@/lib/model/coverage'
import type { AnyResource, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import type { ClientKind, ClientOf } from './clients'

/** How much is asked for at a time. A self-test asks for as little as a service will give. */
export type Sizes = {
  /** Items of a page: the most the operation gives, or the least it takes. */
  page(most: number, least?: number): number
  /** Items whose details are asked for before a page is stored. */
  chunk: number
  /** Items of one list after which reading stops, marked incomplete. */
  cap: number
}

const CHUNK = 25
const CAP = 200_000

export const wholeSizes = (cap: number = CAP): Sizes => ({ page: (most) => most, chunk: CHUNK, cap })
export const smallestSizes: Sizes = { page: (_, least = 1) => least, chunk: 1, cap: CAP }

/** One account, region and service, with the clients to ask it. */
export type AwsUnit = {
  account: string
  /** Where to ask: the unit's region, or for a global service the one that its endpoint is in. */
  region: string
  /** Regions that are read, when the connection names them; empty when it reads all. */
  regions: readonly string[]
  sizes: Sizes
  /** The client of a service, in another region than the unit's when one is named. */
  client<Kind extends ClientKind>(kind: Kind, region?: string): Promise<ClientOf<Kind>>
}

type Named<Type extends ResourceType> = Pick<ResourceOf<Type>, 'type' | 'id' | 'facts'> & {
  name?: string | undefined
  region: string | null
}

/** A resource of the unit's account; its name is its id unless it has one. */
export const resource = <Type extends ResourceType>(
  { account }: Pick<UnitScope, 'account'>,
  { type, id, name, region, facts }: Named<Type>,
): AnyResource => ({ type, id, name: name || id, account, region, facts }) as AnyResource
