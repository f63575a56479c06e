import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Notice } from '@/lib/model/notice'
import { noticeText } from '@/lib/presentation/notice-text'
import { paths } from '@/lib/queries/paths'
import { SeeNotices } from './see-notices'

type Props = { org: string; notices: readonly Notice[] }

/** What administrators should know: what is new first, and the last few they know already. */
export function NoticesCard({ org, notices }: Props) {
  const unseen = notices.filter((notice) => !notice.isSeen)
  const shown = unseen.length > 0 ? unseen : notices.slice(0, 3)
  const newest = unseen[0]
  if (shown.length === 0) return null
  return (
    <Card
      id="notices"
      title="Administrators should know"
      note={unseen.length > 0 ? 'Since you looked last, newest first.' : 'You have seen all of it.'}
      aside={newest ? <SeeNotices org={org} until={newest.at} /> : undefined}
    >
      <ul className="grid gap-2 text-sm">
        {shown.map((notice) => (
          <li key={notice.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
            <span>
              {notice.isSeen ? null : <Tag tone="warn">new</Tag>} {noticeText(notice)}
              <span className="text-ink-3">, by {notice.actorName}</span>
            </span>
            <span className="flex gap-3 text-ink-3 text-xs">
              <LocalTime instant={notice.at} />
              <TextLink href={paths.auditLog(org, { subject: notice.subject, action: notice.action })}>
                In the audit log
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
