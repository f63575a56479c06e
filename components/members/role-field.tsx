import { SelectField } from '@/components/ui/select-field'
import type { Role } from '@/lib/model/actor'
import type { RoleChoice } from '@/lib/presentation/role'

type Props = {
  choices: readonly RoleChoice[]
  value: Role
  error?: string
  onChange: (role: Role) => void
}

/** Which of the roles; the list is the product's, so what comes back is one of them. */
export const RoleField = ({ choices, value, error, onChange }: Props) => (
  <SelectField
    label="Role"
    name="role"
    required
    value={value}
    hint={choices.find((choice) => choice.value === value)?.hint}
    error={error}
    onChange={(event) => {
      const chosen = choices.find((choice) => choice.value === event.target.value)
      if (chosen) onChange(chosen.value)
    }}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </SelectField>
)
