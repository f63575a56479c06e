import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import type { FindingEvent } from '@/lib/model/finding'
import { findingEventText, findingEventWords } from '@/lib/presentation/finding'
import { paths } from '@/lib/queries/paths'
import { CommentForm } from './comment-form'

type Props = { org: string; id: string; events: readonly FindingEvent[]; canComment: boolean }

/** What happened to it, newest first: transitions and remarks, not copies. */
export const HistoryCard = ({ org, id, events, canComment }: Props) => (
  <Card title="History">
    {canComment ? <CommentForm org={org} id={id} /> : null}
    <ol className="mt-3 grid gap-3 text-sm">
      {events.map((event) => (
        <li key={event.id} className="border-line border-l-2 pl-3">
          <span className="block text-ink-3 text-xs">
            <LocalTime instant={event.at} />
            {event.runId ? (
              <>
                {' · '}
                <TextLink quiet href={paths.run(org, event.runId)}>
                  run
                </TextLink>
              </>
            ) : null}
          </span>
          {event.actorName ? <strong className="font-semibold">{event.actorName} </strong> : null}
          {findingEventText(event)}
          {findingEventWords(event) ? (
            <p className="mt-0.5 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{findingEventWords(event)}</p>
          ) : null}
        </li>
      ))}
    </ol>
  </Card>
)
