import type { Metadata } from 'next'
import { AnswerForm } from '@/components/audit-requests/answer-form'
import { EntryList } from '@/components/audit-requests/entry-list'
import { RequestCard } from '@/components/audit-requests/request-card'
import { SayForm } from '@/components/audit-requests/say-form'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { nextState } from '@/lib/evidence/request-transition'
import { EVIDENCE_MEDIA } from '@/lib/model/evidence-file'
import { requestStateText } from '@/lib/presentation/audit-request'
import { dayText } from '@/lib/presentation/date'
import { paths } from '@/lib/queries/paths'
import { getAuditRequest } from '@/lib/services/get-audit-request'
import { listDeskChoices } from '@/lib/services/list-desk-choices'
import { listHeldFiles } from '@/lib/services/list-held-files'
import { openActs } from './open-acts'

export const metadata: Metadata = { title: 'Request' }

const MEDIA_BY_ENDING = Object.fromEntries(Object.entries(EVIDENCE_MEDIA).map(([media, ending]) => [ending, media]))

type Props = { params: Promise<{ org: string; request: string }> }

export default async function AuditRequestPage({ params }: Props) {
  const { org, request: id } = await params
  const { actor, membership } = await requireDeskMember(org)
  const request = await orNotFound(getAuditRequest(actor, { org, id }))
  const { frameworks } = await listDeskChoices(actor, { org })
  const framework = frameworks.find((one) => one.id === request.framework)?.name ?? request.framework
  const acts = openActs(actor, membership, request)
  const answers = can(membership.role, 'audit-request:answer') && nextState(request.state, 'answer') !== null
  const held = answers ? await listHeldFiles(actor, { org, request }) : []
  return (
    <>
      <PageHeading
        title={request.title}
        sub={`${requestStateText(request.state)}${request.dueOn === null ? '' : `, due on ${dayText(request.dueOn)}`}`}
        actions={<LinkButton href={paths.auditRequests(org)}>All requests</LinkButton>}
      />
      <div className="grid gap-4">
        <RequestCard request={request} framework={framework} />
        <EntryList entries={request.entries} fileHrefOf={(file) => paths.api.auditRequestFile(org, file)} />
        {answers ? (
          <Card title="Answer" note="What is sent is dated and never changed.">
            <AnswerForm
              org={org}
              id={request.id}
              held={held.map((one) => ({
                id: one.id,
                title: one.title,
                detail: `${one.capability}, ${dayText(one.collectedOn)}`,
              }))}
              mediaByEnding={MEDIA_BY_ENDING}
            />
          </Card>
        ) : null}
        {acts.length > 0 ? (
          <Card title="Say something">
            <SayForm org={org} id={request.id} acts={acts} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
