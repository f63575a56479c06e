import { AppError } from '@/lib/kernel/app-error'

/** One event of a stream; `id` is what a browser says it had last when it comes back. A beat is a comment. */
export type StreamEvent = { event: string; data: unknown; id?: string } | 'beat'

/** As many answers that go on as one session or token may have open in this process. */
const MOST_OPEN = 12
const open = new Map<string, number>()

/**
 * Answers with events as they come (WHATWG HTML §9.2, server-sent events), until they end or the reader leaves. Throws
 * too-many-requests when `reader` has too many open.
 */
export function eventStream(reader: string, events: AsyncIterable<StreamEvent>): Response {
  const count = open.get(reader) ?? 0
  if (count >= MOST_OPEN) throw new AppError('too-many-requests', { detail: 'Too many live views are open.' })
  open.set(reader, count + 1)
  const leave = once(() => {
    const left = (open.get(reader) ?? 1) - 1
    if (left > 0) open.set(reader, left)
    else open.delete(reader)
  })
  return new Response(bodyOf(events[Symbol.asyncIterator](), leave), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}

function bodyOf(iterator: AsyncIterator<StreamEvent>, leave: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode('retry: 3000\n\n')),
    async pull(controller) {
      try {
        const next = await iterator.next()
        if (!next.done) return controller.enqueue(encoder.encode(textOf(next.value)))
        leave()
        controller.close()
      } catch (cause) {
        leave()
        controller.error(new AppError('internal', { cause }))
      }
    },
    async cancel() {
      leave()
      await iterator.return?.()
    },
  })
}

function textOf(event: StreamEvent): string {
  if (event === 'beat') return ': still here\n\n'
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  return `event: ${event.event}\n${id}data: ${JSON.stringify(event.data)}\n\n`
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}
