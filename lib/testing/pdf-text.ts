import { inflateSync } from 'node:zlib'

type Found = { head: string; content: string }

/** The objects of a PDF that pdfkit wrote: their dictionary and, unpacked, their stream. */
function objectsOf(pdf: Uint8Array): Map<string, Found> {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = new Map<string, Found>()
  for (const { 1: id = '', 2: body = '' } of text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', stream] = body.split('\nstream\n')
    const packed = stream?.slice(0, stream.lastIndexOf('\nendstream'))
    const isPacked = head.includes('/FlateDecode')
    const content =
      packed === undefined ? '' : isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed
    objects.set(id, { head, content })
  }
  return objects
}

/** What each glyph of a font stands for, from its ToUnicode map. */
function glyphsOf(map: string): string[] {
  const glyphs: string[] = []
  for (const { 1: first = '', 2: list = '' } of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const texts = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(({ 1: hex = '' }) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    )
    texts.forEach((text, at) => {
      glyphs[Number.parseInt(first, 16) + at] = text
    })
  }
  return glyphs
}

/** The text of a PDF in the order it was drawn, without its spaces: what a reader would find by searching. */
export function pdfText(pdf: Uint8Array): string {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, string[]>()
  for (const { head } of objects.values())
    for (const { 1: name = '', 2: id = '' } of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, glyphsOf(objects.get(unicode)?.content ?? ''))
    }
  const pages = [...objects.values()].filter(({ content }) => content.includes('\nBT\n'))
  return pages
    .map(({ content }) => drawn(content, fonts))
    .join('')
    .replaceAll(/\s/g, '')
}

function drawn(content: string, fonts: ReadonlyMap<string, string[]>): string {
  let glyphs: string[] = []
  let text = ''
  for (const { 1: font, 2: hex } of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/gi)) {
    if (font) glyphs = fonts.get(font) ?? []
    else for (const code of hex?.match(/.{4}/g) ?? []) text += glyphs[Number.parseInt(code, 16)] ?? '\ufffd'
  }
  return text
}
