import { env } from '@/lib/env'
import { openApi } from '@/lib/http/openapi'
import { routes } from '../routes'

/** The API's description is public; what it describes is not. */
export const GET = (): Response => Response.json(openApi(routes, env().url))
