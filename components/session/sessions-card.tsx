import { Card } from '@/components/ui/card'
import type { OwnSession } from '@/lib/model/own-session'
import { EndOtherSessions } from './end-other-sessions'
import { SessionRow } from './session-row'

/** Where somebody is signed in. `now` is when it was asked, in ISO 8601. */
export const SessionsCard = ({ sessions, now }: { sessions: readonly OwnSession[]; now: string }) => (
  <Card
    id="sessions"
    title="Where you are signed in"
    note="A session you do not know is somebody else’s: end it, and remove passkeys you do not know."
    aside={sessions.length > 1 ? <EndOtherSessions /> : undefined}
  >
    <ul>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} now={now} />
      ))}
    </ul>
  </Card>
)
