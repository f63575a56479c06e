import { fileTypeFromFile } from 'file-type'

/** The media type that a file's content shows; null when it shows none, as text does, or the content breaks off. */
export async function foundMedia(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  return found?.mime ?? null
}
