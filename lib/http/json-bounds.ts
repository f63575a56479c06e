const DEEPEST = 32
/** Every name, and every item but the first of its list, is set off by one; a body we would accept has a few thousand. */
const MOST_SEPARATORS = 50_000

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a]
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/**
 * Why JSON text is not even parsed; null when it may be. A short text can nest deeper than whatever walks through its
 * value can follow, or hold more fields than anybody means to send. Text that is no JSON is left to the parser.
 */
export function jsonBoundsFault(text: string): string | null {
  let [depth, separators] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === COMMA || code === COLON) separators += 1
    else if (OPENING.includes(code)) depth += 1
    else if (CLOSING.includes(code)) depth -= 1
    if (depth > DEEPEST) return `The body nests deeper than ${DEEPEST} levels.`
    if (separators > MOST_SEPARATORS) return 'The body has too many fields.'
  }
  return null
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at += 1
  }
  return text.length
}
