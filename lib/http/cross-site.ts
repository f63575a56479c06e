import { AppError } from '@/lib/kernel/app-error'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser sends our cookie along with other sites' requests; those may not change anything. */
export function refuseCrossSite(request: Request): void {
  if (SAFE.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  const origin = request.headers.get('origin')
  if (site === null && origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host'))
    return
  throw new AppError('forbidden', { detail: 'A change must come from Proofline’s own pages, or carry a bearer token.' })
}
