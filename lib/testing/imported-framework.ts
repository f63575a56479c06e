import type { CustomFramework } from '@/lib/model/custom-framework'
import type { FrameworkImportOptions } from '@/lib/model/framework-import'
import { getCustomFramework } from '@/lib/services/get-custom-framework'
import { importOscalFramework } from '@/lib/services/import-oscal-framework'
import { listFrameworks } from '@/lib/services/list-frameworks'
import { chunksOf } from './csv-file'
import type { Cast } from './organizations'
import { catalogDocument } from './oscal-documents'

type Given = Partial<FrameworkImportOptions> & { document?: object }

/** A framework of the cast's own, imported from an OSCAL document; by default a catalog of four controls. */
export async function importedFramework(
  { assessor, org }: Cast,
  { document = catalogDocument(), ...given }: Given = {},
): Promise<CustomFramework> {
  const options = { fileName: 'catalog.json', dryRun: false, ...given }
  const chunks = chunksOf(JSON.stringify(document))
  const { framework } = await importOscalFramework(assessor, { org, options, chunks })
  const listed = await listFrameworks(assessor, { org })
  const id = listed.find((one) => one.id === framework)?.own?.id ?? ''
  return getCustomFramework(assessor, { org, id })
}
