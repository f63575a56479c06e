'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { verificationLine, verificationTitle } from '@/lib/presentation/audit-verification'
import { useVerifyAuditLog } from '@/lib/queries/audit-log'
import { paths } from '@/lib/queries/paths'

/** Walks the chain when asked, and says how far it holds or which entry is the first that does not. */
export function VerificationCard({ org }: { org: string }) {
  const verify = useVerifyAuditLog(org)
  return (
    <Card
      title="Verification"
      note="Every entry holds the hash of the one before it; the end of the chain is signed with Ed25519."
      aside={
        <Button size="sm" disabled={verify.isPending} onClick={() => verify.mutate()}>
          {verify.isPending ? 'Verifying…' : 'Verify the chain'}
        </Button>
      }
      footer={
        <>
          Whoever holds the whole installation could cut the end off together with its signatures. Keep the place, hash
          and key named here elsewhere, or run{' '}
          <code className="[overflow-wrap:anywhere]">proofline verify --audit --org {org}</code>.
        </>
      }
    >
      <div aria-live="polite">
        {verify.error ? (
          <Callout tone="bad" title={verify.error.title}>
            {verify.error.detail}
          </Callout>
        ) : verify.data ? (
          <Finding org={org} found={verify.data} />
        ) : (
          <p className="text-ink-3 text-sm">Not verified since this page was opened.</p>
        )}
      </div>
    </Card>
  )
}

const Finding = ({ org, found }: { org: string; found: AuditVerification }) => (
  <Callout tone={toneOf(found)} title={verificationTitle(found)}>
    <p>{verificationLine(found)}</p>
    {found.firstBroken?.seq ? (
      <p className="mt-1">
        <TextLink href={paths.auditLog(org, { upTo: found.firstBroken.seq })}>
          Show the log at entry {found.firstBroken.seq}
        </TextLink>
      </p>
    ) : null}
    {found.signedUpTo ? (
      <p className="mt-1 text-xs [overflow-wrap:anywhere]">
        Hash {found.signedUpTo.hash}, key {found.signedUpTo.kid}
      </p>
    ) : null}
  </Callout>
)

const toneOf = ({ ok, entries }: AuditVerification): 'good' | 'bad' | 'info' =>
  !ok ? 'bad' : entries > 0 ? 'good' : 'info'
