import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundMedia } from './found-media'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-media-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function found(content: Uint8Array | string): Promise<string | null> {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  return foundMedia(path)
}

/** An archive of uncompressed entries (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
function archive(files: Record<string, string>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(body), 10)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(body.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, body])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    local.push(entry)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, place, title]))
    offset += entry.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(local.length, 4)
  end.writeUInt16LE(local.length, 6)
  end.writeUInt32LE(Buffer.concat(central).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, ...central, Buffer.from('PK\x05\x06'), end])
}

const office = (kind: string) =>
  archive({ '[Content_Types].xml': `<Override ContentType="application/${kind}.main+xml"/>` })

test.each([
  ['an archive', archive({ 'readme.txt': 'x' }), 'application/zip'],
  ['a Java program', archive({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' }), 'application/java-archive'],
  ['an Android program', archive({ 'classes.dex': 'x' }), 'application/vnd.android.package-archive'],
  ['a spreadsheet', office('vnd.openxmlformats-officedocument.spreadsheetml.sheet'), /spreadsheetml\.sheet$/],
  ['a spreadsheet with macros', office('vnd.ms-excel.sheet.macroEnabled'), /macroenabled/],
  ['a PDF', '%PDF-1.7\n', 'application/pdf'],
  ['rich text', '{\\rtf1 x}', 'application/rtf'],
  ['a program', `MZ${'\0'.repeat(100)}`, 'application/x-msdownload'],
])('%s is recognised by its content', async (_, content, media) => {
  expect(await found(content)).toEqual(typeof media === 'string' ? media : expect.stringMatching(media))
})

test.each(['', 'a;b\n1;2\n', '{"a":1}', 'PK\x03\x04', 'PK\x03\x04\0', '\x89PNG\r\n'])(
  '%j shows nothing',
  async (content) => {
    expect([null, 'application/zip']).toContain(await found(Buffer.from(content, 'latin1')))
  },
)
