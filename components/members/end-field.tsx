import { TextField } from '@/components/ui/text-field'
import type { Role } from '@/lib/model/actor'

type Props = { role: Role; value: string; min: string; max: string; error?: string; onChange: (day: string) => void }

/** The last day of a membership. An auditor has to have one. */
export const EndField = ({ role, value, min, max, error, onChange }: Props) => (
  <TextField
    label="Last day"
    name="lastDay"
    type="date"
    required={role === 'auditor'}
    value={value}
    min={min}
    max={role === 'auditor' ? max : undefined}
    hint={
      role === 'auditor'
        ? 'Auditors are members for at most a year. Ends with that day, in UTC.'
        : 'Leave empty for no end. Ends with that day, in UTC.'
    }
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
)
