import { respond } from '@/lib/http/respond'
import { listSigningKeys } from '@/lib/services/list-signing-keys'

/** The keys that access tokens are signed with, for whoever checks them elsewhere (RFC 7517 §8.5). */
export const GET = (request: Request): Promise<Response> =>
  respond(request, async (id) => {
    const type = { 'content-type': 'application/jwk-set+json', 'x-request-id': id }
    return Response.json(await listSigningKeys(), { headers: { ...type, 'cache-control': 'public, max-age=300' } })
  })
