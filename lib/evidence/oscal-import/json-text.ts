import { type OscalFault, under } from './oscal-fault'

const DEEPEST = 64
const PROTOTYPES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

type Level = { path: string; names: Set<string> | null; index: number; name: string }
type Read = { value: unknown } | { faults: readonly OscalFault[] }

/**
 * The value of JSON text from a stranger. Refused with the place: what is no JSON, nests deeper than 64 levels, names a
 * field twice (readers differ on which of the two counts), names one as prototypes are named, or holds a NUL character.
 */
export function readJsonText(text: string): Read {
  const tooDeep = depthFault(text)
  if (tooDeep) return { faults: [tooDeep] }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { faults: [{ path: '', reason: 'is not valid JSON' }] }
  }
  const faults = nameFaults(text)
  return faults.length > 0 ? { faults } : { value }
}

/** Quotes, brackets and separators: all of JSON's structure. A string is one token, with its escapes. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs

function depthFault(text: string): OscalFault | null {
  let depth = 0
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > DEEPEST) return { path: '', reason: `nests deeper than ${DEEPEST} levels` }
  }
  return null
}

/** Of text that is JSON. */
function nameFaults(text: string): OscalFault[] {
  const faults: OscalFault[] = []
  const levels: Level[] = []
  for (const match of text.matchAll(TOKENS)) {
    const [token] = match
    const level = levels.at(-1)
    if (token === '[' || token === '{') levels.push(opened(token, level))
    else if (token === ']' || token === '}') levels.pop()
    else if (token === ',') {
      if (level) level.index += 1
    } else if (level?.names && isName(text, match.index + token.length)) nameOf(token, level, level.names, faults)
    else if (/\\u0000/.test(token) && (JSON.parse(token) as string).includes('\0'))
      faults.push({ path: placeIn(level), reason: 'holds a NUL character' })
  }
  return faults
}

const placeIn = (level: Level | undefined): string =>
  level ? under(level.path, level.names ? level.name : level.index) : ''

const opened = (token: string, level: Level | undefined): Level => ({
  path: placeIn(level),
  names: token === '{' ? new Set() : null,
  index: 0,
  name: '',
})

function nameOf(token: string, level: Level, names: Set<string>, faults: OscalFault[]): void {
  const name = JSON.parse(token) as string
  const path = under(level.path, name)
  if (names.has(name)) faults.push({ path, reason: 'is named twice' })
  if (PROTOTYPES.has(name)) faults.push({ path, reason: 'is not a field that OSCAL has' })
  names.add(name)
  level.name = name
}

const isName = (text: string, at: number): boolean => /^\s*:/.test(text.slice(at, at + 64))
