import { AppError } from '@/lib/kernel/app-error'

/** Answers with text or bytes as they are made; a browser saves them under `fileName`. */
export function textDownload(
  pieces: AsyncIterable<string | Uint8Array>,
  fileName: string,
  mediaType: string,
): Response {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await iterator.next()
        if (next.done) controller.close()
        else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
      } catch (cause) {
        // The status has been sent; a broken stream is the only way left to say that the file is not whole.
        controller.error(new AppError('internal', { cause }))
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName}"`,
  }
  return new Response(body, { headers })
}
