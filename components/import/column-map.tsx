import { SelectField } from '@/components/ui/select-field'
import type { ImportKind } from '@/lib/model/import-batch'
import { FIELDS } from './fields'

type Props = {
  kind: ImportKind
  headers: readonly string[]
  map: Record<string, string>
  onChange: (map: Record<string, string>) => void
}

/** Which column holds which field; a field may stay without one. */
export const ColumnMap = ({ kind, headers, map, onChange }: Props) => (
  <fieldset className="min-w-0">
    <legend className="mb-2 font-medium text-sm">Columns</legend>
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 md:grid-cols-3">
      {FIELDS[kind].map(({ field, label, required, hint }) => (
        <SelectField
          key={field}
          label={label}
          required={required}
          hint={hint}
          value={map[field] ?? ''}
          onChange={(event) => onChange(withColumn(map, field, event.target.value))}
        >
          <option value="">Not in this file</option>
          {headers.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  </fieldset>
)

function withColumn(map: Record<string, string>, field: string, column: string): Record<string, string> {
  const { [field]: _, ...rest } = map
  return column === '' ? rest : { ...rest, [field]: column }
}
