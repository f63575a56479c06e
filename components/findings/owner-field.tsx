import { SelectField } from '@/components/ui/select-field'
import { useFindingOwners } from '@/lib/queries/findings'

type Props = {
  org: string
  label: string
  /** What choosing nobody is called. */
  none: string
  value: string
  error?: string
  onChange: (ownerId: string) => void
}

/** A choice among the members, by name. */
export function OwnerField({ org, label, none, value, error, onChange }: Props) {
  const { data, isError } = useFindingOwners(org, true)
  return (
    <SelectField
      label={label}
      value={value}
      error={error ?? (isError ? 'The members could not be read; try again.' : undefined)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {data?.owners.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
