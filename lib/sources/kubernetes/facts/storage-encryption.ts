import type { FactTypes } from '@/lib/model/facts/fact-types'

type Encryption = FactTypes['k8s.storage-encryption']

const SERIES = /^apiserver_storage_transformation_operations_total\{([^}]*)\} (\S+)$/gm
/** The providers; a provider counts its keys too, by names of somebody's choosing. */
const PROVIDER = /^(identity$|k8s:enc:)/
const LABEL = /(\w+)="([^"]*)"/g
/** Every API server counts its requests; a page without them is not its. */
const REQUESTS = /^apiserver_request_total\{/m

export const isApiServerPage = (page: string): boolean => REQUESTS.test(page)

/** What the API server's own metrics say about how values went to and came from storage, without how often. */
export function storageEncryption(page: string): readonly Encryption[] {
  const seen = new Map<string, Encryption>()
  for (const [, written = '', value] of page.matchAll(SERIES)) {
    const labels = new Map([...written.matchAll(LABEL)].map(([, name, text]) => [name, text ?? '']))
    if (Number(value) === 0) continue
    const direction = labels.get('transformation_type') === 'to_storage' ? 'written' : 'read'
    const prefix = labels.get('transformer_prefix') || 'identity'
    if (!PROVIDER.test(prefix)) continue
    // Older servers do not say of what.
    const one: Encryption = { resource: labels.get('resource') ?? '', direction, prefix }
    seen.set(encryptionId(one), one)
  }
  return [...seen.values()]
}

export const encryptionId = ({ resource, direction, prefix }: Encryption): string =>
  `${resource}/${direction}/${prefix}`
