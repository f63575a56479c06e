import { IntentLink } from '@/components/ui/intent-link'
import type { Crumb } from './navigation'

/** Where this page stands; the last part is the page itself and leads nowhere. */
export const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav aria-label="Breadcrumb" className="min-w-0">
    <ol className="flex min-w-0 text-ink-2 text-sm">
      {crumbs.map((crumb, index) => (
        <li
          key={`${crumb.href}${crumb.label}`}
          aria-current={index === crumbs.length - 1 ? 'page' : undefined}
          className="flex min-w-0 shrink not-first:before:mx-1.5 not-first:before:text-ink-3 not-first:before:content-['/'] max-md:not-last:hidden max-md:not-first:before:hidden"
        >
          {crumb.href === undefined || index === crumbs.length - 1 ? (
            <span className="truncate">{crumb.label}</span>
          ) : (
            <IntentLink href={crumb.href} className="truncate rounded-xs hover:text-ink hover:underline">
              {crumb.label}
            </IntentLink>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
