import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { Tag } from '@/components/ui/tag'
import type { OwnSession } from '@/lib/model/own-session'
import { browserText } from '@/lib/presentation/browser-text'
import { proofText } from '@/lib/presentation/proof-text'
import { EndSession } from './end-session'
import { SessionRisk } from './session-risk'

/** One session: which browser, from where, since when, how proven, and what speaks against it. */
export function SessionRow({ session, now }: { session: OwnSession; now: string }) {
  const browser = browserText(session.userAgent)
  return (
    <li className="border-line border-b py-3.5 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {browser}
          {session.current ? <Tag tone="accent">this session</Tag> : null}
        </p>
        {session.current ? null : <EndSession id={session.id} browser={browser} />}
      </div>
      <dl className="mt-1.5 grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2 xl:grid-cols-4">
        <Fact term="Proven by">
          {proofText(session)}
          {session.provenAt ? (
            <>
              , <LocalTime instant={session.provenAt} />
            </>
          ) : null}
        </Fact>
        <Fact term="Began">
          <LocalTime instant={session.startedAt} />
          {session.address ? ` from ${session.address}` : ''}
        </Fact>
        <Fact term="Last seen">
          <LocalTime instant={session.lastSeenAt} />
          {session.lastAddress ? ` from ${session.lastAddress}` : ''}
        </Fact>
        <Fact term="Ends at the latest">
          <LocalTime instant={session.expiresAt} />
        </Fact>
      </dl>
      <SessionRisk signals={session.signals} now={now} />
    </li>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-ink-3 text-xs">{term}</dt>
    <dd className="text-ink-2 [overflow-wrap:anywhere]">{children}</dd>
  </div>
)
