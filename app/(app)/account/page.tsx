import type { Metadata } from 'next'
import { RolesCard } from '@/components/account/roles-card'
import { PasskeysCard } from '@/components/passkeys/passkeys-card'
import { SessionsCard } from '@/components/session/sessions-card'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/auth/page-actor'
import { accountTitle } from '@/lib/presentation/account-title'
import { getAccount } from '@/lib/services/get-account'
import { listOwnSessions } from '@/lib/services/list-own-sessions'
import { listPasskeys } from '@/lib/services/list-passkeys'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requireActor()
  const now = new Date()
  const [account, passkeys, sessions] = await Promise.all([
    getAccount(actor),
    listPasskeys(actor),
    listOwnSessions(actor, now),
  ])
  return (
    <>
      <PageHeading
        title={accountTitle({ passkeys: passkeys.length, sessions: sessions.length })}
        sub={account.email === account.name ? account.name : `${account.name}, ${account.email ?? 'no address known'}.`}
      />
      <div className="grid gap-4">
        <PasskeysCard passkeys={passkeys} hasProvider={account.providers.length > 0} />
        <SessionsCard sessions={sessions} now={now.toISOString()} />
        <RolesCard roles={account.roles} />
      </div>
    </>
  )
}
