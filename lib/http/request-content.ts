/** The body unread, with what the request says of it: the media type, and the size in bytes where it is named. */
export const requestContent = (request: Request) => ({
  mediaType: request.headers.get('content-type') ?? '',
  announcedBytes: Number(request.headers.get('content-length') ?? 0),
  content: bodyOf(request),
})

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  for await (const part of request.body ?? []) yield part
}
