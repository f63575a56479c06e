import type { Actor } from '@/lib/model/actor'
import type { ImportReport } from '@/lib/model/import-batch'
import type { IncidentMap } from '@/lib/model/import-options'
import { csvRecords } from './csv-records'
import { type ImportedFile, importFile } from './import-file'
import { incidentRows } from './record-reader'

type Input = ImportedFile & { map: IncidentMap }

/**
 * Imports a CSV stream of incidents, one or several rows each (the last row of an incident counts). The same file twice
 * changes nothing the second time. See `importFile` for what is refused.
 */
export const importIncidents = (actor: Actor, { map, ...file }: Input): Promise<ImportReport> =>
  importFile(
    actor,
    {
      kind: 'incidents',
      permission: 'incident:import',
      records: csvRecords((reading) => incidentRows(map, reading)),
      staging: (store) => store.incidentStaging,
    },
    file,
  )
