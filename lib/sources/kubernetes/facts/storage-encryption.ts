import type { FactTypes } from '@/lib/model/facts/fact-types'

type Encryption = FactTypes['k8s.storage-encryption']

const SERIES = '\napiserver_storage_transformation_operations_total{'
const SAMPLE = /^([^}]*)\} (\S+)$/
/** The providers; a provider counts its keys too, by names of somebody's choosing. */
const PROVIDER = /^(identity$|k8s:enc:)/
const LABEL = /(\w+)="([^"]*)"/g
/** Every API server counts its requests; a page without them is not its. */
const REQUESTS = '\napiserver_request_total{'

export const isApiServerPage = (page: string): boolean => page.includes(REQUESTS)

/** What the API server's own metrics say about how values went to and came from storage, without how often. */
export function storageEncryption(page: string): readonly Encryption[] {
  const seen = new Map<string, Encryption>()
  for (const sample of samplesOf(page)) {
    const [, written, value] = SAMPLE.exec(sample) ?? []
    if (written === undefined || Number(value) === 0) continue
    const labels = new Map([...written.matchAll(LABEL)].map(([, name, text]) => [name, text ?? '']))
    // What failed went nowhere.
    if ((labels.get('status') ?? 'OK') !== 'OK') continue
    const direction = labels.get('transformation_type') === 'to_storage' ? 'written' : 'read'
    const prefix = labels.get('transformer_prefix') || 'identity'
    if (!PROVIDER.test(prefix)) continue
    // Older servers do not say of what.
    const one: Encryption = { resource: labels.get('resource') ?? '', direction, prefix }
    seen.set(encryptionId(one), one)
  }
  return [...seen.values()]
}

/** What follows the name on each line of the series; a page is megabytes long, so it is not taken apart line by line. */
function samplesOf(page: string): string[] {
  const samples: string[] = []
  for (let at = page.indexOf(SERIES); at >= 0; at = page.indexOf(SERIES, at + 1)) {
    const begin = at + SERIES.length
    const end = page.indexOf('\n', begin)
    samples.push(page.slice(begin, end < 0 ? page.length : end))
  }
  return samples
}

export const encryptionId = ({ resource, direction, prefix }: Encryption): string =>
  `${resource}/${direction}/${prefix}`
