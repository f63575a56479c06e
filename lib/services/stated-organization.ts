import type { Store } from '@/lib/db/store'
import type { ScorePredicate } from '@/lib/model/score-predicate'

/** The organization as statements name it; that its data are synthetic is said wherever it is named. */
export async function statedOrganization({ organization }: Store): Promise<ScorePredicate['organization']> {
  const { id, slug, name, synthetic } = await organization.get()
  return { id, slug, name, synthetic }
}
