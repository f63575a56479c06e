import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/queries/paths'

/** Questions that are asked often. */
export const SavedViews = ({ org, weekAgo }: { org: string; weekAgo: string }) => (
  <nav aria-label="Views" className="ml-auto flex flex-wrap gap-x-3 text-ink-3 text-sm print:hidden">
    <TextLink quiet href={paths.findings(org, { owner: 'me' })}>
      Mine
    </TextLink>
    <TextLink quiet href={paths.findings(org, { since: weekAgo, sort: 'opened' })}>
      New this week
    </TextLink>
    <TextLink quiet href={paths.findings(org, { state: 'accepted' })}>
      Accepted risks
    </TextLink>
  </nav>
)
