import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import { askAuditRequest } from '@/lib/services/ask-audit-request'
import { createEngagement } from '@/lib/services/create-engagement'
import { putMember } from '@/lib/services/put-member'
import { uploadRequestFile } from '@/lib/services/upload-request-file'
import { chunksOf } from './csv-file'
import { type Cast, person } from './organizations'

type Grant = Partial<Omit<AuditEngagementInput, 'userId'>>

/** A second auditor of the organization, who is let in for a scope: the product's own framework over 2026 unless said otherwise. */
export async function engagementOf({ admin, org }: Cast, grant: Grant = {}): Promise<AuditEngagement> {
  const email = `scoped@${org}.example`
  const { userId } = await putMember(admin, { org, email, name: 'Sina Scoped', role: 'auditor' })
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const given = { name: 'Annual audit', frameworks: ['proofline'], period, deploymentIds: [], ...grant }
  return createEngagement(admin, { org, engagement: { userId, ...given } })
}

/** A request of the auditor's and the file it was answered with, by their ids. */
export async function requestOf({ auditor, assessor, org }: Cast): Promise<{ request: string; file: string }> {
  const request = {
    framework: 'proofline',
    requirement: 'IAM-01',
    title: 'Joiners',
    text: 'Which were there?',
    dueOn: null,
  }
  const { id } = await askAuditRequest(auditor, { org, request })
  const { entries } = await uploadRequestFile(assessor, {
    ...{ org, id, mediaType: 'text/plain', content: chunksOf('two joiners') },
    file: { title: 'Joiners' },
  })
  return { request: id, file: entries[0]?.files[0]?.id ?? '' }
}

/** The same auditor as a session of theirs makes them now. */
export const scopedAuditor = ({ org }: Cast): Promise<Actor> => person(`scoped@${org}.example`, 'Sina Scoped')
