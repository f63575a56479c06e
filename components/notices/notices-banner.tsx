import { Callout } from '@/components/ui/callout'
import { TextLink } from '@/components/ui/text-link'
import { noticesLine } from '@/lib/presentation/notice-text'
import { paths } from '@/lib/queries/paths'

/** Tells an administrator, on every page, that something happened; what it was stands on the members page. */
export const NoticesBanner = ({ org, unseen }: { org: string; unseen: number }) => (
  <Callout
    tone="warn"
    title={noticesLine(unseen)}
    actions={<TextLink href={`${paths.members(org)}#notices`}>See what</TextLink>}
  />
)
