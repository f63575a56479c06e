import type { Role } from '@/lib/model/actor'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { AuditRequestDetail } from '@/lib/model/audit-request'
import type { Elevation } from '@/lib/model/elevation'
import type { Evidence } from '@/lib/model/evidence'
import type { FrameworkList } from '@/lib/model/framework-summary'
import type { Invited } from '@/lib/model/member'
import { type Api, asPerson } from '../server/api'
import { dataDir, proofline, runScript } from '../server/command-line'
import { fresh, importIncidents, newDeployment, newDraft, newEndedRun } from '../server/organizations'
import { provenCookies } from '../server/proven'
import { keepCookie } from '../server/sessions'
import { smallCatalog } from '../server/small-catalog'

/** A word in everything the victim holds. Whoever sees it anywhere has seen through the wall. */
export const MARK = 'Quillfeather'

/** What an organization holds, by the ids its addresses carry. */
export type Holdings = {
  org: string
  deployment: string
  deploymentId: string
  /** Id of a deployment without records, which may be removed. */
  empty: string
  approved: string
  /** Id of a legal hold that stands, and of a report of what is past its time. */
  legalHold: string
  removal: { id: string; digest: string }
  /** Id of what was signed of it. */
  statement: string
  submitted: string
  draft: string
  evidence: string
  /** Evidence of an assessment that was approved. */
  approvedEvidence: string
  import: string
  trustRule: string
  accessToken: string
  groupRole: string
  finding: string
  /** A resource's own id, which both sides have. */
  resource: string
  /** Id of an auditor who is let in for a scope, and of the grant. */
  auditor: string
  engagement: string
  /** Id of what an auditor asked for, and of a file it was answered with. */
  request: string
  requestFile: string
  /** Id of an evidence pack that was asked for. */
  pack: string
  /** Id of a framework of its own. */
  framework: string
  /** Id of a member whom nothing else here needs. */
  member: string
  /** Ids of requests for a higher role that wait: the viewer's, and one to be refused. */
  elevation: string
  refusable: string
  /** Ids of a connection and of a run of it that has ended. */
  connection: string
  run: string
}

/** Sessions by role, kept under these names; and access tokens. */
export type Cast = {
  holdings: Holdings
  session: (role: Role | 'second') => string
  token: (role: Role) => Promise<string>
}

const csv = (mark: string) => `id,title,detected_at\n${mark}-1,${mark} was here,2026-01-05T00:00:00Z\n`

async function hold(api: Api, second: string, org: string, mark: string): Promise<Holdings> {
  const { id: deploymentId, slug: deployment } = await newDeployment(api, org, `${mark} Vault`)
  const { id: empty } = await newDeployment(api, org, `${mark} Spare`)
  const named = (name: string, asOf: string) => newDraft(api, org, { deploymentId, name: `${mark} ${name}`, asOf })
  const submit = async ({ id }: { id: string }) => {
    await api.send('POST', `/api/v1/orgs/${org}/assessments/${id}/submit`)
    return id
  }
  const query = new URLSearchParams({ title: `${mark} proof`, collectedOn: '2026-03-01' })
  const proof = async (draft: string): Promise<string> => {
    const files = `/api/v1/orgs/${org}/assessments/${draft}/answers/IAM-01/evidence/files?${query}`
    return (await api.upload<Evidence>(files, `${mark} content`, 'text/plain')).id
  }
  const first = await named('approved', '2026-01-31')
  const approvedEvidence = await proof(first.id)
  const approved = await submit(first)
  await asPerson(second, (other) => other.send('POST', `/api/v1/orgs/${org}/assessments/${approved}/approve`))
  const { items: signed } = await api.get<{ items: { id: string }[] }>(
    `/api/v1/orgs/${org}/assessments/${approved}/statements`,
  )
  const submitted = await submit(await named('submitted', '2026-02-28'))
  const { id: draft } = await named('draft', '2026-03-31')
  const evidence = await proof(draft)
  const map = { externalId: 'id', title: 'title', detectedAt: 'detected_at' }
  const { batchId } = await importIncidents(api, org, csv(mark), map, { deployment, fileName: `${mark}.csv` })
  const run = await newEndedRun(api, org, `${mark} account`)
  const records = {
    connection: run.connectionId,
    run: run.id,
    approved,
    statement: signed[0]?.id ?? '',
    submitted,
    draft,
    evidence,
    approvedEvidence,
    import: batchId ?? '',
  }
  return {
    org,
    deployment,
    deploymentId,
    empty,
    ...records,
    ...(await trust(api, org, mark)),
    groupRole: await mapGroup(api, org, mark),
    ...(await retain(api, org, mark)),
    finding: await findingOf(org, mark),
    framework: await newFramework(api, org, mark),
    resource: 'the-vault',
    ...(await people(api, org, mark)),
    ...(await asked(api, org, mark)),
  }
}

/** A member who may be removed, and requests for a higher role. */
async function people(api: Api, org: string, mark: string) {
  const spare = { email: `spare@${org}.example.test`, name: `${mark} Spare`, role: 'viewer' }
  const { member } = await api.send<Invited>('POST', `/api/v1/orgs/${org}/members`, spare)
  const request = { role: 'admin', hours: 1, reason: `${mark} has to be looked after` }
  const asked = (who: string) =>
    asPerson(`${org}-${who}`, (one) => one.send<Elevation>('POST', `/api/v1/orgs/${org}/elevations`, request))
  const [elevation, refusable] = [await asked('viewer'), await asked('second')]
  return { member: member.userId, elevation: elevation.id, refusable: refusable.id, ...(await letIn(api, org, mark)) }
}

/** Something an auditor asked for, answered with a file. */
async function asked(api: Api, org: string, mark: string): Promise<{ request: string; requestFile: string }> {
  const requests = `/api/v1/orgs/${org}/audit-requests`
  const given = { framework: 'proofline', title: `${mark} joiners`, text: `Which joined ${mark}?` }
  const { id } = await asPerson(`${org}-auditor`, (one) => one.send<AuditRequestDetail>('POST', requests, given))
  const files = `${requests}/${id}/files?${new URLSearchParams({ title: `${mark} list` })}`
  const { entries } = await api.upload<AuditRequestDetail>(files, `${mark} nobody`, 'text/plain')
  return { request: id, requestFile: entries[0]?.files[0]?.id ?? '' }
}

/** An auditor who is let in for a scope. */
async function letIn(
  api: Api,
  org: string,
  mark: string,
): Promise<{ auditor: string; engagement: string; pack: string }> {
  const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString()
  const invited = { email: `scoped@${org}.example.test`, name: `${mark} Scoped`, role: 'auditor', expiresAt }
  const { member } = await api.send<Invited>('POST', `/api/v1/orgs/${org}/members`, invited)
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const grant = { userId: member.userId, name: `${mark} audit`, frameworks: ['proofline'], period, deploymentIds: [] }
  const { id } = await api.send<{ id: string }>('POST', `/api/v1/orgs/${org}/audit-engagements`, grant)
  const asked = { framework: 'proofline', period }
  const pack = await api.send<{ id: string }>('POST', `/api/v1/orgs/${org}/evidence-packs`, asked)
  return { auditor: member.userId, engagement: id, pack: pack.id }
}

/** An issuer that is trusted, and an access token that holds. */
async function trust(api: Api, org: string, mark: string): Promise<{ trustRule: string; accessToken: string }> {
  const rule = { name: mark, kind: 'oidc', issuer: 'https://issuer.example.org', audience: 'proofline' }
  const given = { ...rule, subjectPattern: 'repo:quill/*', role: 'viewer' }
  const { id } = await api.send<{ id: string }>('POST', `/api/v1/orgs/${org}/trust-rules`, given)
  await proofline('token', '--org', org, '--role', 'viewer')
  const { items } = await api.get<{ items: { id: string }[] }>(`/api/v1/orgs/${org}/access-tokens`)
  return { trustRule: id, accessToken: items[0]?.id ?? '' }
}

/** A framework of its own, called by the mark. */
async function newFramework(api: Api, org: string, mark: string): Promise<string> {
  await api.upload(`/api/v1/orgs/${org}/frameworks/import?slug=own`, smallCatalog(mark), 'application/json')
  const { frameworks } = await api.get<FrameworkList>(`/api/v1/orgs/${org}/frameworks`)
  return frameworks.find(({ own }) => own !== null)?.own?.id ?? ''
}

/** A legal hold over packs of long ago, and a report of what is past its time: nothing, since there is no rule. */
async function retain(api: Api, org: string, mark: string): Promise<Pick<Holdings, 'legalHold' | 'removal'>> {
  const hold = { name: mark, reason: `${mark} is in dispute`, kinds: ['packs'], from: null, to: '2001-01-01' }
  const { id: legalHold } = await api.send<{ id: string }>('POST', `/api/v1/orgs/${org}/legal-holds`, hold)
  const removal = await api.send<{ id: string; digest: string }>('POST', `/api/v1/orgs/${org}/removals`)
  return { legalHold, removal: { id: removal.id, digest: removal.digest } }
}

/** A finding, as a run of a connection would leave it. */
async function findingOf(org: string, mark: string): Promise<string> {
  return (await runScript<{ id: string }>('e2e/server/known-finding.ts', dataDir(), org, mark)).id
}

/** A group that gives a role. */
async function mapGroup(api: Api, org: string, mark: string): Promise<string> {
  const { id: provider } = await runScript<{ id: string }>('e2e/server/known-provider.ts', dataDir())
  const { id } = await api.send<{ id: string }>('POST', `/api/v1/orgs/${org}/group-roles`, {
    provider,
    group: mark,
    role: 'viewer',
  })
  return id
}

/** An organization in which every role is held by somebody who is nowhere else, and something of everything in it. */
export async function newCast(name: string, mark: string): Promise<Cast> {
  const org = fresh(name)
  const session = (role: Role | 'second') => `${org}-${role}`
  const facts = { slug: org, name: `${mark} Holdings`, sector: 'other', headcount: null, clouds: [] }
  await asPerson('founder', (api) => api.send('POST', '/api/v1/orgs', facts))
  const people = { admin: 'admin', second: 'assessor', viewer: 'viewer', auditor: 'auditor' } as const
  const seats = Object.entries(people).map(([who, role]) => ({ org, role, email: `${who}@${org}.example.test` }))
  const cookies = await provenCookies(seats.map((seat) => ({ ...seat, state: 'live' as const })))
  for (const [place, who] of Object.keys(people).entries()) keepCookie(`${org}-${who}`, cookies[place] ?? '')
  const holdings = await asPerson(session('admin'), (api) => hold(api, session('second'), org, mark))
  const token = async (role: Role) => {
    const { token: printed } = await proofline<{ token: string }>('token', '--org', org, '--role', role)
    return printed
  }
  return { holdings, session, token }
}

/** Everything readable of an organization, to see afterwards that nothing of it moved. */
export const everythingOf = ({ holdings: { org, draft, submitted }, session }: Cast): Promise<unknown[]> =>
  asPerson(session('viewer'), (api) =>
    Promise.all([
      ...['', '/deployments', '/assessments', '/incidents', '/audits', '/imports', '/metrics'].map((part) =>
        api.get<unknown>(`/api/v1/orgs/${org}${part}`),
      ),
      ...[draft, submitted].map((id) => api.get<AssessmentDetail>(`/api/v1/orgs/${org}/assessments/${id}`)),
    ]),
  )
