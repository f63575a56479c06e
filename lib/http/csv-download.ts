import { textDownload } from './text-download'

/** Answers with CSV text as it is made; a browser saves it under `fileName`. */
export const csvDownload = (pieces: AsyncIterable<string>, fileName: string): Response =>
  textDownload(pieces, fileName, 'text/csv; charset=utf-8')
