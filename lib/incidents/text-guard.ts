import { refuseFile } from './refuse-file'

const LINE_FEED = 10

const SAVE_AS = 'save it as "CSV UTF-8" and try again'
const NOT_TEXT = `it holds NUL bytes, so it is not a text file; ${SAVE_AS}`
const NOT_UTF8 = `its text is not UTF-8; ${SAVE_AS}`

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function lineFeeds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}

/** The bytes at the end that begin a character and do not finish it. */
function unfinished(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes.at(-back)
    if (byte === undefined) break
    const continues = (byte & 0xc0) === 0x80
    if (continues) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.slice(-back) : new Uint8Array()
  }
  return new Uint8Array()
}

/** How many line feeds of `chunk` come before the first line that is not UTF-8. `before` are the bytes ahead of it. */
function linesBeforeBad(before: Uint8Array, chunk: Uint8Array): number {
  for (let line = 0, start = 0; ; line += 1) {
    const end = chunk.indexOf(LINE_FEED, start) + 1
    const text = chunk.subarray(start, end === 0 ? chunk.length : end)
    const whole = line === 0 ? Uint8Array.from([...unfinished(before), ...text]) : text
    if (end === 0 || !decodes(whole)) return line
    start = end
  }
}

/**
 * A check that every byte of a file passes, chunk by chunk. Throws `invalid` with the line of the first NUL byte or of
 * the first bytes that are not UTF-8: read on, they would become replacement characters and text would be lost unseen.
 */
export function textGuard(): { check: (chunk: Uint8Array) => void; end: () => void } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let before = new Uint8Array()

  const decode = (fallback: () => number, chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw refuseFile({ row: line + fallback(), field: 'file', reason: NOT_UTF8 })
    }
  }

  return {
    check: (chunk) => {
      const nul = chunk.indexOf(0)
      if (nul !== -1)
        throw refuseFile({ row: line + lineFeeds(chunk.subarray(0, nul)), field: 'file', reason: NOT_TEXT })
      decode(() => linesBeforeBad(before, chunk), chunk)
      line += lineFeeds(chunk)
      before = Uint8Array.from([...before, ...chunk.subarray(-3)]).slice(-3)
    },
    end: () => decode(() => 0),
  }
}
