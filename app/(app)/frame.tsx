import type { ReactNode } from 'react'
import { AccountLink } from '@/components/account/account-link'
import { SignOutButton } from '@/components/session/sign-out-button'
import { AppShell } from '@/components/shell/app-shell'
import { StepUpRegion } from '@/components/step-up/step-up-region'
import type { Actor } from '@/lib/model/actor'
import type { Organization } from '@/lib/model/organization'
import { initialsOf, organizationLine } from '@/lib/presentation/identity'
import { paths } from '@/lib/queries/paths'
import { navigation } from './navigation'

type Props = { actor: Actor; organization: Organization | null; synthetic: boolean; children: ReactNode }

/** The shell around a signed-in page: what this person may open, and whose data is shown. */
export function Frame({ actor, organization, synthetic, children }: Props) {
  const role = actor.memberships.find((m) => m.slug === organization?.slug)?.role
  return (
    <AppShell
      nav={navigation(organization?.slug ?? null, role ?? null)}
      organization={organization ? { name: organization.name, detail: organizationLine(organization) } : null}
      organizations={actor.memberships.map(({ slug, name }) => ({
        name,
        href: paths.overview(slug),
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
      homeHref={paths.portfolio()}
    >
      {children}
      <StepUpRegion />
    </AppShell>
  )
}
