import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { ImportReport } from '@/lib/model/import-batch'
import type { AuditMap } from '@/lib/model/import-options'
import { csvRecords } from './csv-records'
import { type ImportedFile, importFile } from './import-file'
import { oscalAuditRecords } from './oscal-audit-records'
import { auditRows } from './record-reader'

/** The map says which column of a CSV file holds what; OSCAL needs none. */
type Input = ImportedFile & { map?: AuditMap | undefined }

const JSON_BEGINS = /^(\ufeff|\s)*\{/

/** Imports compliance audits, from CSV or from OSCAL assessment results, told apart by how the file begins. See `importFile`. */
export const importAudits = (actor: Actor, { map, ...file }: Input): Promise<ImportReport> =>
  importFile(
    actor,
    {
      kind: 'audits',
      permission: 'compliance-audit:import',
      records: (opened, dates) => {
        if (JSON_BEGINS.test(new TextDecoder().decode(opened.head.subarray(0, 512))))
          return oscalAuditRecords(opened, dates)
        if (map) return csvRecords((reading) => auditRows(map, reading))(opened, dates)
        const reason = 'is missing: a CSV file needs one, OSCAL assessment results do not'
        throw new AppError('invalid', { detail: `map ${reason}.`, problems: [{ field: 'map', reason }] })
      },
      staging: (store) => store.auditStaging,
    },
    file,
  )
