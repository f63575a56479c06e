'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import { Refusal } from '@/components/ui/refusal'
import type { ConnectionView } from '@/lib/model/connection-view'
import { missingOf, selfTestLine, worstFirst } from '@/lib/presentation/connection'
import { useTestConnection } from '@/lib/queries/connections'
import { SelfTestList } from './self-test-list'

type Props = { org: string; connection: ConnectionView; testable: boolean }

/** What the source lets us read: each operation asked once, those it refuses first. */
export function SelfTestCard({ org, connection, testable }: Props) {
  const router = useRouter()
  const test = useTestConnection(org, connection.id)
  const { selfTest, selfTestedAt } = test.data ?? connection
  const missing = missingOf({ selfTest })
  const lines = worstFirst(selfTest ?? [])
  return (
    <Card
      title="What it may read"
      note={selfTestedAt ? <LocalTime instant={selfTestedAt} /> : 'Asks each operation once, for the smallest answer.'}
      aside={
        testable ? (
          <Button size="sm" busy={test.isPending} onClick={() => test.mutate(undefined, { onSuccess: router.refresh })}>
            {test.isPending ? 'Testing…' : 'Test the permissions'}
          </Button>
        ) : undefined
      }
    >
      <div aria-live="polite" className="grid gap-3">
        {test.error ? (
          <Refusal title={test.error.title} detail={test.error.detail} requestId={test.error.requestId} />
        ) : null}
        {selfTest === null ? (
          <p className="text-ink-3 text-sm">Not tested yet. What a source refuses stays unknown, and says so.</p>
        ) : (
          <Callout
            tone={missing.length > 0 ? 'warn' : isAllAllowed(lines) ? 'good' : 'info'}
            title={selfTestLine(lines)}
          >
            {missing.length > 0 ? `Allow: ${missing.map(({ permission }) => permission).join(', ')}` : undefined}
          </Callout>
        )}
        {lines.length > 0 ? <SelfTestList lines={lines} /> : null}
      </div>
    </Card>
  )
}

const isAllAllowed = (lines: NonNullable<ConnectionView['selfTest']>): boolean =>
  lines.every(({ answer }) => answer === 'allowed')
