import type { ImportKind } from '@/lib/model/import-batch'

export type MappedField = { field: string; label: string; required?: true; hint?: string }

/** The fields a file may carry, in the order in which a person thinks of them. */
export const FIELDS: Record<ImportKind, readonly MappedField[]> = {
  incidents: [
    {
      field: 'externalId',
      label: 'Id',
      required: true,
      hint: 'The source’s own id. Importing it again updates, never doubles.',
    },
    { field: 'title', label: 'Title' },
    { field: 'severity', label: 'Severity' },
    { field: 'layer', label: 'Layer' },
    { field: 'occurredAt', label: 'Occurred', hint: 'Earliest evidence. Time to detect starts here.' },
    { field: 'detectedAt', label: 'Detected', hint: 'Decides the month. Time to resolve starts here.' },
    { field: 'acknowledgedAt', label: 'Acknowledged' },
    { field: 'containedAt', label: 'Contained' },
    { field: 'resolvedAt', label: 'Resolved' },
  ],
  audits: [
    {
      field: 'externalId',
      label: 'Id',
      required: true,
      hint: 'The source’s own id. Importing it again updates, never doubles.',
    },
    { field: 'auditedOn', label: 'Audited on', required: true },
    { field: 'passed', label: 'Controls passed', required: true },
    { field: 'failed', label: 'Controls failed' },
    { field: 'assessed', label: 'Controls assessed', hint: 'Without it: passed + failed.' },
    { field: 'notApplicable', label: 'Not applicable' },
    { field: 'framework', label: 'Framework' },
  ],
}
