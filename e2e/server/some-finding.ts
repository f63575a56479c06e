import type { Finding } from '@/lib/model/finding'
import type { Api } from './api'
import { dataDir, runScript } from './command-line'
import { fresh } from './organizations'

/** Any finding of an organization and its resource; one is made where there is none. */
export async function someFinding(api: Api, org: string): Promise<{ finding: string; resource: string }> {
  const any = async () => (await api.get<{ items: Finding[] }>(`/api/v1/orgs/${org}/findings?limit=1`)).items[0]
  const known = await any()
  if (!known) await runScript('e2e/server/known-finding.ts', dataDir(), org, fresh('Known'))
  const found = known ?? (await any())
  return { finding: found?.id ?? '', resource: found?.resource.id ?? '' }
}
