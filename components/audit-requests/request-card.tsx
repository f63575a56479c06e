import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import { Tag } from '@/components/ui/tag'
import type { AuditRequest } from '@/lib/model/audit-request'
import { requestStateText, requestStateTone } from '@/lib/presentation/audit-request'
import { dayText } from '@/lib/presentation/date'

/** What was asked, about what, by whom and until when. */
export const RequestCard = ({ request, framework }: { request: AuditRequest; framework: string }) => (
  <Card title="The request">
    <p className="max-w-3xl whitespace-pre-line text-sm [overflow-wrap:anywhere]">{request.text}</p>
    <Facts
      className="mt-3 max-w-2xl"
      items={[
        {
          term: 'State',
          value: <Tag tone={requestStateTone(request.state)}>{requestStateText(request.state)}</Tag>,
        },
        { term: 'Framework', value: framework },
        { term: 'Requirement', value: request.requirement === '' ? 'the framework as a whole' : request.requirement },
        {
          term: 'Due on',
          value: (
            <>
              {request.dueOn === null ? 'no day' : dayText(request.dueOn)}{' '}
              {request.isOverdue ? <Tag tone="bad">overdue</Tag> : null}
            </>
          ),
        },
        {
          term: 'Asked',
          value: (
            <>
              {request.askedBy}, <LocalTime instant={request.askedAt} />
            </>
          ),
        },
      ]}
    />
  </Card>
)
