import { type RateLimit, takePoints } from '@/lib/db/rate-limiter'
import { env } from '@/lib/env'
import { parseAddress } from '@/lib/env/address-range'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'

/** A `door` is where somebody proves who they are: links, passkeys, providers, tokens. */
export type Caller = 'person' | 'token' | 'door' | 'address'

/** Points a minute for one who is let in at `PROOFLINE_RATE_PER_MINUTE`. */
const SHARE: Record<Caller, number> = { person: 1, token: 1, door: 0.1, address: 2 }
/** Of whoever may ask often, points are taken in parcels, so that most requests cost no statement. */
const PARCELS = 30
const MOST_PARCELS = 20_000

/** Points taken and not spent yet; -1 when they were refused. */
type Parcel = { left: number; until: number; told: boolean }

const parcels = new Map<string, Parcel>()
const fetching = new Map<string, Promise<Parcel>>()

/**
 * Counts one request of a caller, by the person's id, the token's subject or the network address. Addresses of IPv6 count
 * by /64, which is what one subscriber has (RFC 6177); callers without an address share one count. Throws
 * `too-many-requests`, naming the seconds to wait.
 */
export async function limitRate(caller: Caller, key: string | null): Promise<void> {
  const perMinute = Math.max(1, Math.round(env().ratePerMinute * SHARE[caller]))
  const limit = { name: caller, perMinute }
  const counted = caller === 'person' || caller === 'token' ? (key ?? 'unknown') : networkOf(key)
  // Doors are counted one by one: a parcel that nobody uses up would be tries taken from everybody else.
  const size = caller === 'door' ? 1 : Math.max(1, Math.floor(perMinute / PARCELS))
  const id = `${caller}/${perMinute}/${counted}`
  for (;;) {
    const parcel = parcels.get(id)
    if (parcel && parcel.until > Date.now() && parcel.left !== 0) return spend(parcel, id)
    if (size === 1) return spend(await newParcel(limit, counted, size), id)
    // Whoever comes while one is being fetched waits for it, else a crowd would fetch one each.
    const coming = fetching.get(id) ?? newParcel(limit, counted, size).finally(() => fetching.delete(id))
    fetching.set(id, coming)
    keep(id, await coming)
  }
}

/** Counts one request of whoever was recognised. Whoever owns the machine is not counted. */
export async function limitActor({ kind, userId, name }: Actor): Promise<void> {
  if (kind === 'person') await limitRate('person', userId)
  if (kind === 'machine') await limitRate('token', name)
}

async function newParcel(limit: RateLimit, key: string, size: number): Promise<Parcel> {
  const { granted, until } = await takePoints(limit, key, size)
  return { left: granted ? size : -1, until, told: false }
}

function keep(id: string, parcel: Parcel): void {
  if (parcels.size >= MOST_PARCELS) {
    for (const [known, { until }] of parcels) if (until <= Date.now()) parcels.delete(known)
    if (parcels.size >= MOST_PARCELS) parcels.clear()
  }
  parcels.set(id, parcel)
}

function spend(parcel: Parcel, id: string): void {
  if (parcel.left > 0) {
    parcel.left -= 1
    return
  }
  keep(id, parcel)
  const seconds = Math.max(1, Math.ceil((parcel.until - Date.now()) / 1000))
  // The log hears of it once; a crowd that is refused must not fill it.
  const reason = parcel.told ? undefined : `${id} has used up its requests`
  parcel.told = true
  throw new AppError('too-many-requests', {
    detail: `Wait ${seconds} seconds before the next try.`,
    retryAfterSeconds: seconds,
    reason,
  })
}

function networkOf(text: string | null): string {
  const address = parseAddress(text ?? '')
  if (!address) return 'unknown'
  return address.kind() === 'ipv4' ? address.toString() : address.toNormalizedString().split(':').slice(0, 4).join(':')
}
