import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { ToastRegion } from '@/components/ui/toast-region'
import { Breadcrumb } from './breadcrumb'
import { JumpButton } from './jump-button'
import type { JumpEntry } from './jump-match'
import type { KeyHint } from './key-hint'
import type { Crumb, NavGroup } from './navigation'
import type { OrganizationEntry } from './organization-switcher'
import { SideNav } from './side-nav'
import { SkipLink } from './skip-link'
import { TopBar } from './top-bar'
import { Trail } from './trail'
import { type ShellUser, UserMenu } from './user-menu'

type AppShellProps = {
  nav: readonly NavGroup[]
  /** The organization shown; null on pages that belong to none. */
  organization: { name: string; detail?: string } | null
  /** Those the reader may switch to; the current one marked. */
  organizations: readonly OrganizationEntry[]
  /** Left out, they are made from the navigation and the address. */
  crumbs?: readonly Crumb[]
  /** Whether what is shown is generated data. */
  synthetic: boolean
  user: ShellUser
  /** Links and the sign-out form, at the end of the user's menu. */
  account?: ReactNode
  homeHref?: string
  /** Places for the palette besides the navigation and the organizations. */
  jump?: readonly JumpEntry[]
  /** Keys of this page, listed by `?`. */
  keys?: readonly KeyHint[]
  children: ReactNode
}

/** The frame of every signed-in page: navigation, bar, and the page as `main`. */
export function AppShell(props: AppShellProps) {
  const {
    nav,
    organization,
    organizations,
    crumbs,
    synthetic,
    user,
    account,
    homeHref = '/',
    jump = [],
    keys = [],
  } = props
  const places: JumpEntry[] = [
    ...nav.flatMap((group) => group.items.map(({ label, href }) => ({ label, href, group: group.label ?? 'Page' }))),
    ...organizations.map(({ name, href }) => ({ label: name, href, group: 'Organization' })),
    ...jump,
  ]
  return (
    <div className="nav:grid nav:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <SideNav {...{ homeHref, nav, organization, organizations }} />
      <div className="min-w-0 border-line nav:min-h-dvh nav:border-l print:border-0">
        <TopBar
          synthetic={synthetic}
          trail={
            crumbs ? <Breadcrumb crumbs={crumbs} /> : <Trail organization={organization?.name ?? null} nav={nav} />
          }
          jump={<JumpButton entries={places} keys={keys} />}
          user={<UserMenu user={user}>{account}</UserMenu>}
        />
        <main
          id="content"
          tabIndex={-1}
          className="@container/main mx-auto max-w-[77.5rem] px-4 py-5 outline-none nav:mx-0 nav:px-7 nav:pt-6 nav:pb-10 print:p-0"
        >
          <PrintHead organization={organization?.name ?? null} synthetic={synthetic} />
          {props.children}
        </main>
      </div>
      <ToastRegion />
    </div>
  )
}

/** Paper has no navigation, but must say whose figures these are and that they are synthetic, if they are. */
const PrintHead = ({ organization, synthetic }: { organization: string | null; synthetic: boolean }) => (
  <p className="mb-3 hidden justify-between text-ink-2 text-xs print:flex">
    <span>{organization === null ? 'Proofline' : `Proofline · ${organization}`}</span>
    {synthetic ? <Tag>Synthetic study</Tag> : null}
  </p>
)
