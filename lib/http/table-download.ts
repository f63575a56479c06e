import type { ExportedFile } from '@/lib/services/table-file'
import { textDownload } from './text-download'

/** Answers with an exported table as it is made; a browser saves it under its name. */
export const tableDownload = ({ pieces, fileName, mediaType }: ExportedFile): Response =>
  textDownload(pieces, fileName, mediaType)
