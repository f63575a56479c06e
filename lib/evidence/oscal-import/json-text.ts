import { type OscalFault, under } from './oscal-fault'

const DEEPEST = 64
const PROTOTYPES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

type Read = { value: unknown } | { faults: readonly OscalFault[] }

/**
 * The value of JSON text from a stranger. Refused with the place: what is no JSON, nests deeper than 64 levels, names a
 * field twice (readers differ on which of the two counts), names one as prototypes are named, or holds a NUL character.
 */
export function readJsonText(text: string): Read {
  let deepest = 0
  scan(text, (_, depth) => {
    deepest = Math.max(deepest, depth)
  })
  if (deepest > DEEPEST) return { faults: [{ path: '', reason: `nests deeper than ${DEEPEST} levels` }] }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return { faults: [{ path: '', reason: 'is not valid JSON' }] }
  }
  const faults = nameFaults(text)
  return faults.length > 0 ? { faults } : { value }
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a]
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

type Token = { code: number; start: number; end: number }

/** Strings whole, brackets and separators one by one, each with how deep it stands. The text need not be JSON. */
function scan(text: string, take: (token: Token, depth: number) => void): void {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const start = at
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth += 1
    else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) depth -= 1
    else if (code !== COMMA && code !== COLON) continue
    take({ code, start, end: at + 1 }, depth)
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at += 1
  }
  return text.length
}

type Level = { path: string; names: Set<string> | null; index: number; name: string }

/** Of text that is JSON. */
function nameFaults(text: string): OscalFault[] {
  const faults: OscalFault[] = []
  const levels: Level[] = []
  let last: string | null = null
  scan(text, ({ code, start, end }) => {
    const level = levels.at(-1)
    if (code === QUOTE) last = text.slice(start, end)
    if (code === COLON && level?.names && last !== null) nameOf(JSON.parse(last), level, level.names, faults)
    else if (code !== QUOTE && last !== null) faults.push(...nulFaults(last, level))
    if (code !== QUOTE) last = null
    if (code === OPEN_ARRAY || code === OPEN_OBJECT) levels.push(opened(code, level))
    else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) levels.pop()
    else if (code === COMMA && level) level.index += 1
  })
  return faults
}

const placeIn = (level: Level | undefined): string =>
  level ? under(level.path, level.names ? level.name : level.index) : ''

const opened = (code: number, level: Level | undefined): Level => ({
  path: placeIn(level),
  names: code === OPEN_OBJECT ? new Set() : null,
  index: 0,
  name: '',
})

const nulFaults = (quoted: string, level: Level | undefined): OscalFault[] =>
  quoted.includes('\\u0000') && String(JSON.parse(quoted)).includes('\0')
    ? [{ path: placeIn(level), reason: 'holds a NUL character' }]
    : []

function nameOf(name: string, level: Level, names: Set<string>, faults: OscalFault[]): void {
  const path = under(level.path, name)
  if (names.has(name)) faults.push({ path, reason: 'is named twice' })
  if (PROTOTYPES.has(name)) faults.push({ path, reason: 'is not a field that OSCAL has' })
  names.add(name)
  level.name = name
}
