import type { FindingImport } from '@/lib/model/finding-import'
import type { ImportBatch } from '@/lib/model/import-batch'
import { columnsOf, type Table } from './table'

const batch = columnsOf<ImportBatch>()

export const importsTable: Table<ImportBatch> = {
  name: 'imports',
  title: 'Imports',
  columns: [
    batch.text('id', 'Id'),
    batch.text('kind', 'Kind'),
    batch.text('source', 'Source'),
    batch.text('fileName', 'File'),
    batch.text('sha256', 'SHA-256'),
    batch.number('rows', 'Rows'),
    batch.number('created', 'Created'),
    batch.number('updated', 'Updated'),
    batch.number('unchanged', 'Unchanged'),
    batch.number('rejected', 'Refused'),
    batch.text('importedBy', 'Imported by'),
    batch.instant('createdAt', 'Imported'),
    batch.text('undoneBy', 'Undone by'),
    batch.instant('undoneAt', 'Undone'),
  ],
}

const { text, number, instant } = columnsOf<FindingImport>()

export const findingImportsTable: Table<FindingImport> = {
  name: 'finding-imports',
  title: 'Imports of findings',
  columns: [
    text('id', 'Id'),
    text('connection', 'Connection'),
    text('fileName', 'File'),
    text('sha256', 'SHA-256'),
    text('format', 'Format'),
    text('product', 'Product'),
    number('records', 'Records'),
    number('mapped', 'With a capability'),
    number('unmapped', 'Without a capability'),
    number('opened', 'Opened'),
    number('persisting', 'Persisting'),
    number('resolved', 'Resolved'),
    number('reopened', 'Reopened'),
    number('rejected', 'Refused'),
    text('importedBy', 'Imported by'),
    instant('createdAt', 'Imported'),
  ],
}
