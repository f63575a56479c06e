import { type Api, requestsWith } from './api'
import { provenCookies } from './proven'
import { PEOPLE } from './sessions'

/** Any evidence pack of an organization; one is asked for where there is none, by an auditor who has just proven who they are. */
export async function somePack(api: Api, org: string): Promise<{ pack: string }> {
  const path = `/api/v1/orgs/${org}/evidence-packs`
  const { items } = await api.get<{ items: { id: string }[] }>(`${path}?limit=1`)
  return { pack: items[0]?.id ?? (await asked(org, path)) }
}

async function asked(org: string, path: string): Promise<string> {
  const [cookie = ''] = await provenCookies([{ org, ...PEOPLE.auditor, state: 'live' }])
  const context = await requestsWith({ cookie })
  const data = { framework: 'proofline', period: { from: '2026-01-01', to: '2026-03-31' } }
  const answer = await context.post(path, { data })
  if (!answer.ok()) throw new Error(`POST ${path} answered ${answer.status()}: ${await answer.text()}`)
  const { id } = await answer.json()
  await context.dispose()
  return id
}
