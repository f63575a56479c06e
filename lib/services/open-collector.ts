import { AppError } from '@/lib/kernel/app-error'
import type { ConnectionSettings } from '@/lib/model/connection'
import type { Collector } from '@/lib/sources/collect/collector'

/** Opens a source by its settings and the credentials kept for it, as text; null when it keeps none. */
export type OpenCollector = (settings: ConnectionSettings, secret: string | null) => Promise<Collector>

/** Which kinds of connection are read by us; what the others hold is handed in. */
export const isCollected = ({ kind }: Pick<ConnectionSettings, 'kind'>): boolean =>
  kind === 'aws' || kind === 'kubernetes'

/** Opens a source; the packages of a cloud are loaded with the first one. Throws `invalid` for what cannot be opened. */
export const openCollector: OpenCollector = async (settings, secret) => {
  if (settings.kind === 'aws') {
    const { openAws } = await import('@/lib/sources/aws/open-aws')
    return openAws(settings, secret)
  }
  if (settings.kind === 'kubernetes') {
    const { openKubernetes } = await import('@/lib/sources/kubernetes/open-kubernetes')
    return openKubernetes(settings, secret)
  }
  throw new AppError('invalid', { detail: 'What this connection holds is handed in; there is nothing to read.' })
}
