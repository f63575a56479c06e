import { PackRefused } from './pack-refused'
import { big } from './zip-end'

const FULL_32 = 0xffffffff
const WIDE_SIZES = 0x0001

export type Sizes = { size: number; packed: number; offset: number }

/**
 * The sizes of an entry, from the ZIP64 field (APPNOTE §4.5.3) where the header has no room for them. A pack carries no
 * other extra field: Unicode paths, owners or dates there would be a second truth. Throws `header-differs`.
 */
export function fullSizes(path: string, extra: DataView, short: Sizes): Sizes {
  const wanted = (['size', 'packed', 'offset'] as const).filter((name) => short[name] === FULL_32)
  if (extra.byteLength === 0 && wanted.length === 0) return short
  const isSizes = extra.byteLength >= 4 && extra.getUint16(0, true) === WIDE_SIZES
  if (!isSizes || extra.getUint16(2, true) !== extra.byteLength - 4 || extra.byteLength - 4 !== wanted.length * 8) {
    throw new PackRefused('header-differs', path, `${path} carries an extra field that no pack has.`)
  }
  const full = { ...short }
  wanted.forEach((name, at) => {
    full[name] = big(extra, 4 + at * 8)
  })
  return full
}
