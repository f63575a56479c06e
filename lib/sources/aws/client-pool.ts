import { clientConfig, type KeyProvider, type Reach } from './client-config'
import { CLIENTS, type ClientKind, type ClientOf } from './clients'

/** A client keeps its own tokens for retries and its own clock; it costs a quarter of a megabyte. */
const MOST = 64

export type ClientPool = {
  /** The one client of this account, region and service. */
  get<Kind extends ClientKind>(kind: Kind, account: string, region: string): Promise<ClientOf<Kind>>
}

/**
 * Clients by account, region and service, made when first wanted. Past `most` the one that was not used for longest is
 * dropped, which ends none of its requests: sockets belong to the transport.
 */
export function clientPool(
  reach: Reach,
  credentials: (account: string) => KeyProvider,
  most: number = MOST,
): ClientPool {
  const held = new Map<string, Promise<unknown>>()
  return {
    get<Kind extends ClientKind>(kind: Kind, account: string, region: string): Promise<ClientOf<Kind>> {
      const name = `${account}/${region}/${kind}`
      const known = held.get(name)
      const made = known ?? CLIENTS[kind]({ ...clientConfig(reach, region), credentials: credentials(account) })
      held.delete(name)
      held.set(name, made)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
      return made as Promise<ClientOf<Kind>>
    },
  }
}
