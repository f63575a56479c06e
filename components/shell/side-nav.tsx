import { Brand } from './brand'
import { CloseOnLink } from './close-on-link'
import { NavLinks } from './nav-links'
import type { NavGroup } from './navigation'
import { type OrganizationEntry, OrganizationSwitcher } from './organization-switcher'

export const SIDE_NAV_ID = 'side-nav'

type SideNavProps = {
  homeHref: string
  nav: readonly NavGroup[]
  organization: { name: string; detail?: string } | null
  organizations: readonly OrganizationEntry[]
}

/** Navigation at the side; on narrow screens the same element is a popover that the top bar opens. */
export const SideNav = ({ homeHref, nav, organization, organizations }: SideNavProps) => (
  <CloseOnLink id={SIDE_NAV_ID} className="side-nav print:hidden">
    <nav aria-label="Main" className="flex flex-1 flex-col">
      <div className="px-2 pb-3.5">
        <Brand href={homeHref} />
      </div>
      <div className="mb-3">
        <OrganizationSwitcher organization={organization} organizations={organizations} />
      </div>
      <NavLinks groups={nav} />
    </nav>
  </CloseOnLink>
)
