import { ElevationBanner } from '@/components/elevations/elevation-banner'
import { NoticesBanner } from '@/components/notices/notices-banner'
import type { Actor, Membership } from '@/lib/model/actor'
import { roleName } from '@/lib/presentation/role'
import type { NoticeCounts } from '@/lib/services/count-notices'
import { getOwnElevation } from '@/lib/services/get-own-elevation'

type Props = { actor: Actor; membership: Membership; counts: NoticeCounts | null }

/** What a member should have in mind on every page: that they act as more than they are, and what they were not told yet. */
export async function Standing({ actor, membership: { slug, role, elevatedUntil }, counts }: Props) {
  const unseen = counts?.unseen ?? 0
  if (elevatedUntil === null && unseen === 0) return null
  const elevation = elevatedUntil === null ? null : await getOwnElevation(actor, { org: slug })
  return (
    <div className="mb-4 grid gap-3 print:hidden">
      {elevatedUntil === null ? null : (
        <ElevationBanner
          org={slug}
          role={roleName(role).toLowerCase()}
          until={elevatedUntil}
          id={elevation?.state === 'approved' ? elevation.id : null}
        />
      )}
      {unseen > 0 ? <NoticesBanner org={slug} unseen={unseen} /> : null}
    </div>
  )
}
