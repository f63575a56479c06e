import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { TextareaField } from '@/components/ui/textarea-field'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import { findingSeverityLabel } from '@/lib/presentation/finding'
import { useRateFinding } from '@/lib/queries/findings'
import { ActDialog, reasonIn } from './act-dialog'

type Props = { org: string; id: string; severity: FindingSeverity | null; onDone: (title: string) => void }

const SEVERITIES: readonly FindingSeverity[] = ['critical', 'high', 'medium', 'low', 'info']

export function RateButton({ org, id, severity: set, onDone }: Props) {
  const rate = useRateFinding(org, id)
  const [severity, setSeverity] = useState<FindingSeverity | ''>(set ?? '')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      label="Severity…"
      title="Set the severity"
      confirm="Set"
      isBusy={rate.isPending}
      error={rate.error}
      onConfirm={(close) =>
        rate.mutate(
          { severity: severity || null, reason },
          {
            onSuccess: (finding) => {
              close()
              onDone(`Severity is ${findingSeverityLabel(finding.severity).toLowerCase()}`)
            },
          },
        )
      }
    >
      <SelectField
        label="Severity"
        value={severity}
        error={reasonIn(rate.error, 'severity')}
        onChange={(event) => setSeverity(SEVERITIES.find((one) => one === event.target.value) ?? '')}
      >
        <option value="">As the check says</option>
        {SEVERITIES.map((one) => (
          <option key={one} value={one}>
            {findingSeverityLabel(one)}
          </option>
        ))}
      </SelectField>
      <TextareaField
        label="Why"
        rows={3}
        maxLength={1000}
        required
        value={reason}
        error={reasonIn(rate.error, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
