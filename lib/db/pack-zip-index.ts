import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type Entry, Reader, ZipReader } from '@zip.js/zip.js'
import { MANIFEST_FILE } from '@/lib/evidence/pack-layout'
import { PackManifest } from '@/lib/model/pack-manifest'
import type { PackContent } from './pack-content'

/** A local header before its name (APPNOTE 4.3.7), and where the lengths of name and extra field stand in it. */
const HEADER = 30
const NAME_LENGTH = 26
const EXTRA_LENGTH = 28
const BLOCK = 128 * 1024

class FileReader extends Reader<FileHandle> {
  constructor(private readonly file: FileHandle) {
    super(file)
  }
  override async init(): Promise<void> {
    await super.init?.()
    this.size = (await this.file.stat()).size
  }
  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(length), 0, length, index)
    return buffer.subarray(0, bytesRead)
  }
}

/** What a finished pack says is in it. */
export const packManifestOf = (path: string): Promise<PackManifest> =>
  reading(path, async (entries) => manifestIn(entries))

/**
 * The contents of a finished pack by their SHA-256, ready to be put into another as they are packed. The caller has made
 * sure that the file is what was once written.
 */
export const packedIn = (path: string): Promise<Map<string, PackContent>> =>
  reading(path, async (entries, file) => {
    const { files } = await manifestIn(entries)
    const byName = new Map(entries.map((entry) => [entry.filename, entry]))
    const found = new Map<string, PackContent>()
    for (const { path: name, sha256 } of files) {
      const entry = byName.get(name)
      if (entry && !found.has(sha256)) found.set(sha256, await contentOf(path, file, entry, sha256))
    }
    return found
  })

async function reading<T>(path: string, work: (entries: Entry[], file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    const reader = new ZipReader(new FileReader(file), { useWebWorkers: false })
    return await work(await reader.getEntries(), file)
  } finally {
    await file.close()
  }
}

async function manifestIn(entries: readonly Entry[]): Promise<PackManifest> {
  const entry = entries.find(({ filename }) => filename === MANIFEST_FILE)
  if (!entry || entry.directory) throw new Error('a pack without a manifest')
  return PackManifest.parse(JSON.parse(new TextDecoder().decode(await entry.arrayBuffer())))
}

async function contentOf(path: string, file: FileHandle, entry: Entry, sha256: string): Promise<PackContent> {
  const { buffer } = await file.read(Buffer.alloc(HEADER), 0, HEADER, entry.offset)
  const start = entry.offset + HEADER + buffer.readUInt16LE(NAME_LENGTH) + buffer.readUInt16LE(EXTRA_LENGTH)
  const end = start + entry.compressedSize - 1
  return {
    method: entry.compressionMethod === 0 ? 'stored' : 'deflated',
    crc32: entry.signature ?? 0,
    bytes: entry.uncompressedSize,
    sha256,
    packedBytes: entry.compressedSize,
    packed: () => (end < start ? [] : createReadStream(path, { start, end, highWaterMark: BLOCK })),
  }
}
