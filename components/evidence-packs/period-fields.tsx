import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { PeriodPreset } from '@/lib/presentation/desk-period'

type Props = { presets: readonly PeriodPreset[]; reason: (field: string) => string | undefined }

/** A period that audits are usually about, or any other day by day. */
export function PeriodFields({ presets, reason }: Props) {
  const [period, setPeriod] = useState(presets[0]?.period ?? { from: '', to: '' })
  return (
    <>
      <SelectField label="Period" onChange={({ target }) => setPeriod(presets[Number(target.value)]?.period ?? period)}>
        {presets.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </SelectField>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          label={end === 'from' ? 'First day' : 'Last day'}
          name={end}
          value={period[end]}
          onChange={({ target }) => setPeriod({ ...period, [end]: target.value })}
          error={reason(`period.${end}`)}
        />
      ))}
    </>
  )
}
