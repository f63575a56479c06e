import type { ReactNode } from 'react'
import { AccountLink } from '@/components/account/account-link'
import { SignOutButton } from '@/components/session/sign-out-button'
import { AppShell } from '@/components/shell/app-shell'
import { StepUpRegion } from '@/components/step-up/step-up-region'
import { can } from '@/lib/access/can'
import { deskHome } from '@/lib/auth/page-actor'
import type { Actor } from '@/lib/model/actor'
import type { Organization } from '@/lib/model/organization'
import { initialsOf, organizationLine } from '@/lib/presentation/identity'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'
import { countOpenFindings } from '@/lib/services/count-findings'
import { countNotices } from '@/lib/services/count-notices'
import { deskNavigation, navigation } from './navigation'
import { Standing } from './standing'

type Props = { actor: Actor; organization: Organization | null; synthetic: boolean; children: ReactNode }

/** The shell around a signed-in page: what this person may open, and whose data is shown. */
export async function Frame({ actor, organization, synthetic, children }: Props) {
  const membership = actor.memberships.find((m) => m.slug === organization?.slug)
  const role = membership?.role
  const [counts, open] = await Promise.all([
    membership?.role === 'admin' && !membership.scoped ? countNotices(actor, { org: membership.slug }) : null,
    membership && !membership.scoped && can(membership.role, 'finding:read')
      ? countOpenFindings(actor, { org: membership.slug })
      : 0,
  ])
  return (
    <AppShell
      nav={
        membership?.scoped
          ? deskNavigation(membership.slug, membership.role)
          : navigation(organization?.slug ?? null, role ?? null, {
              waiting: counts?.waiting ?? 0,
              open: open > 0 ? countText(open) : null,
            })
      }
      organization={organization ? { name: organization.name, detail: organizationLine(organization) } : null}
      organizations={actor.memberships.map(({ slug, name, scoped }) => ({
        name,
        href: scoped ? paths.auditDesk(slug) : paths.overview(slug),
        current: slug === organization?.slug,
      }))}
      synthetic={synthetic}
      user={{
        name: actor.name,
        detail: role ? `${role} of ${organization?.name}` : undefined,
        initials: initialsOf(actor.name),
      }}
      account={
        <>
          <AccountLink />
          <SignOutButton />
        </>
      }
      homeHref={deskHome(actor) ?? paths.portfolio()}
    >
      {membership && !membership.scoped ? <Standing actor={actor} membership={membership} counts={counts} /> : null}
      {children}
      <StepUpRegion />
    </AppShell>
  )
}
