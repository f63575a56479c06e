import { isIP } from 'node:net'
import { AppError } from '@/lib/kernel/app-error'
import { guardedLookup } from '@/lib/sources/outbound/guarded-lookup'
import { isSecure, outboundUrl } from '@/lib/sources/outbound/outbound-url'

/**
 * Refuses an address that a connection could never be made to: throws `invalid`, naming the field and, where the address
 * is private, the setting that lets an operator allow it. A name that does not resolve now may do so later.
 */
export async function requireReachableAddress(field: string, address: string): Promise<void> {
  try {
    const url = outboundUrl(address)
    if (isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0) await resolved(url)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    const reason = cause.detail ?? 'cannot be reached'
    throw new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }], cause })
  }
}

const resolved = (url: URL): Promise<void> =>
  new Promise((resolve, reject) => {
    guardedLookup(isSecure(url))(url.hostname, { all: true }, (error) =>
      error instanceof AppError ? reject(error) : resolve(),
    )
  })
