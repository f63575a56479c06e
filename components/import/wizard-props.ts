import type { ImportKind } from '@/lib/model/import-batch'

/** Into which organization, what kind of record, and where to go afterwards. */
export type WizardProps = {
  org: string
  kind: ImportKind
  deployments: readonly { slug: string; name: string }[]
  listHref: string
  importsHref: string
}
