import { PACK_PATH } from '../pack-layout'
import { PackRefused } from './pack-refused'

const SHOWN = 120

/** A name as it may be printed: what could steer a terminal or hide in a page is written as its code. */
export const shownName = (name: string): string =>
  [...name.slice(0, SHOWN)]
    .map((char) => (/[\p{L}\p{N}\p{P}\p{S} ]/u.test(char) ? char : `\\u{${char.codePointAt(0)?.toString(16)}}`))
    .join('')

/** Throws `unsafe-name` for whatever would not unpack to the one file of that name everywhere. */
export function requireSafeName(name: string): void {
  const why = unsafe(name)
  if (why) throw new PackRefused('unsafe-name', shownName(name), `The name “${shownName(name)}” ${why}.`)
}

function unsafe(name: string): string | null {
  if (name === '') return 'is empty'
  if (name.includes('\0')) return 'holds a NUL character'
  if (name.includes('\\')) return 'holds a backslash, which some systems take for a folder'
  if (name.startsWith('/')) return 'is absolute'
  if (/^[A-Za-z]:/.test(name)) return 'names a drive'
  if (name.split('/').includes('..')) return 'leaves the folder it is unpacked into'
  if (name.endsWith('/')) return 'is a folder; a pack holds files alone'
  return PACK_PATH.test(name) ? null : 'is not one that unpacks to the same file everywhere'
}

/** Throws `duplicate` or `name-collides` at the second of two names that become one file, on any system. */
export function requireDistinct(names: readonly string[]): void {
  const met = new Map<string, string>()
  for (const name of names) {
    const earlier = met.get(name.toLowerCase())
    if (earlier === name) throw new PackRefused('duplicate', name, `There are two files called ${name}.`)
    if (earlier !== undefined) {
      throw new PackRefused('name-collides', name, `${earlier} and ${name} become one file where case does not count.`)
    }
    met.set(name.toLowerCase(), name)
  }
}
