const SAVE_AS = 'save it as "CSV UTF-8" and try again'
const UTF16 = `it is UTF-16 text; ${SAVE_AS}`

/** First bytes of files that people drop by mistake, and what to do instead. */
const SIGNATURES: readonly { bytes: readonly number[]; reason: string }[] = [
  { bytes: [0xff, 0xfe], reason: UTF16 },
  { bytes: [0xfe, 0xff], reason: UTF16 },
  { bytes: [0x00, 0x00, 0xfe, 0xff], reason: `it is UTF-32 text; ${SAVE_AS}` },
  { bytes: [0x50, 0x4b, 0x03, 0x04], reason: `it is an Excel workbook or a zip archive, not CSV; ${SAVE_AS}` },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], reason: `it is an Excel workbook, not CSV; ${SAVE_AS}` },
  { bytes: [0x25, 0x50, 0x44, 0x46], reason: 'it is a PDF, not CSV; export the records as CSV UTF-8' },
  { bytes: [0x1f, 0x8b], reason: 'it is compressed with gzip; unpack it first' },
]

/** UTF-16 without a byte order mark: plain letters have a NUL beside each of them. */
function alternatesWithNul(head: Uint8Array): boolean {
  const [a, b, c, d] = head
  return (a !== 0 && b === 0 && c !== 0 && d === 0) || (a === 0 && b !== 0 && c === 0 && d !== 0)
}

/** Why a file cannot be CSV, from its first bytes; null when they do not tell. */
export function notCsv(head: Uint8Array): string | null {
  if (head.length === 0) return 'it is empty'
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  if (known) return known.reason
  return alternatesWithNul(head) ? UTF16 : null
}
