import { respond } from '@/lib/http/respond'
import { publishKeys } from '@/lib/services/publish-keys'

/** The history of the keys that sign packs and audit logs, for whoever verifies them without us. */
export const GET = (request: Request): Promise<Response> =>
  respond(request, async (id) => {
    const headers = { 'x-request-id': id, 'cache-control': 'public, max-age=300' }
    return Response.json(await publishKeys(), { headers })
  })
