import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { requireReachable } from './outbound-url'

/** Every address of a host name. */
export type Resolver = (host: string) => Promise<LookupAddress[]>

/** As every other program on this machine resolves names, /etc/hosts included. */
const systemResolver: Resolver = (host) => lookup(host, { all: true, verbatim: true })

/**
 * Resolves a name for a socket and hands over its addresses only when every one of them may be reached. A socket connects
 * to what it is handed and asks no second time, so a name cannot change between the check and the connection.
 */
export function guardedLookup(secure: boolean, resolve: Resolver = systemResolver): LookupFunction {
  return (host, { all, family }, callback) => {
    resolve(host)
      .then((addresses) => {
        requireReachable(
          host,
          addresses.map(({ address }) => address),
          secure,
        )
        return addresses.filter((found) => !family || found.family === Number(String(family).replace('IPv', '')))
      })
      .then(
        (usable) => {
          const [first] = usable
          if (!first) callback(new Error(`${host} has no address`), '')
          else if (all) callback(null, usable)
          else callback(null, first.address, first.family)
        },
        (error) => callback(error, ''),
      )
  }
}
