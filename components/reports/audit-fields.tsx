import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Period } from '@/lib/model/period'

type Props = { frameworks: readonly { id: string; name: string }[]; period: Period }

/** Which framework over which days. */
export const AuditFields = ({ frameworks, period }: Props) => (
  <>
    <SelectField label="Framework" name="framework">
      {frameworks.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField type="date" label="First day" name="from" defaultValue={period.from} />
      <TextField type="date" label="Last day" name="to" defaultValue={period.to} />
    </div>
  </>
)
