import { constants, createReadStream, openAsBlob } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'

/** The bytes of a file, or of standard input when it is named `-`. Throws `invalid` when it cannot be opened. */
export async function fileChunks(path: string): Promise<AsyncIterable<Uint8Array>> {
  if (path === '-') return process.stdin
  await opened(path, async () => {
    if ((await stat(path)).isDirectory()) throw new Error('it is a folder')
    await access(path, constants.R_OK)
  })
  return reading(path)
}

/** Opened by its first reader, so that a file nobody comes to read is not left open. */
async function* reading(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}

/** A file of which any part can be read, without reading it whole. Throws `invalid` when it cannot be opened. */
export const fileBlob = (path: string): Promise<Blob> => opened(path, () => openAsBlob(path))

/** A JSON file of the given shape. Throws `invalid` with what is wrong, field by field. */
export async function readJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const value = await opened(path, async () => JSON.parse(await readFile(path, 'utf8')) as unknown)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'file',
    reason: issue.message,
  }))
  throw new AppError('invalid', { detail: `${path} does not say what it should.`, problems })
}

async function opened<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('invalid', { detail: `${path} cannot be read: ${reason}`, cause })
  }
}
