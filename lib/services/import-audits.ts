import type { Actor } from '@/lib/model/actor'
import type { ImportReport } from '@/lib/model/import-batch'
import type { AuditMap } from '@/lib/model/import-options'
import { type ImportedFile, importFile } from './import-file'
import { auditRows } from './record-reader'

type Input = ImportedFile & { map: AuditMap }

/** Imports a CSV stream of compliance audits. See `importFile` for what is refused. */
export const importAudits = (actor: Actor, { map, ...file }: Input): Promise<ImportReport> =>
  importFile(
    actor,
    {
      kind: 'audits',
      permission: 'compliance-audit:import',
      reader: (reading) => auditRows(map, reading),
      staging: (store) => store.auditStaging,
    },
    file,
  )
