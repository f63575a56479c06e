import { isReady } from '@/lib/services/is-ready'

/** The process answers and its database is there, migrated and held by row-level security. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
