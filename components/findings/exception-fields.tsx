import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import { OwnerField } from './owner-field'

export type ExceptionValues = { ownerId: string; reason: string; until: string }

type Props = {
  org: string
  values: ExceptionValues
  error: (field: string) => string | undefined
  onChange: (values: ExceptionValues) => void
}

const DAY_MS = 86_400_000
const OFFERED_DAYS = 90
const LONGEST_DAYS = 365

const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

/** The end that is offered: a quarter of a year ahead. */
export const offeredDay = (): string => dayIn(OFFERED_DAYS)

/** Who answers for an accepted risk, why, and until when. */
export const ExceptionFields = ({ org, values, error, onChange }: Props) => (
  <>
    <OwnerField
      org={org}
      label="Who answers for the risk"
      none="Choose a member"
      value={values.ownerId}
      error={error('ownerId')}
      onChange={(ownerId) => onChange({ ...values, ownerId })}
    />
    <TextareaField
      label="Why it is acceptable"
      rows={3}
      maxLength={1000}
      required
      value={values.reason}
      error={error('reason')}
      onChange={(event) => onChange({ ...values, reason: event.target.value })}
    />
    <TextField
      label="Last day"
      hint="At most a year ahead. The finding counts as failing all the while."
      type="date"
      min={dayIn(0)}
      max={dayIn(LONGEST_DAYS)}
      required
      value={values.until}
      error={error('until')}
      onChange={(event) => onChange({ ...values, until: event.target.value })}
    />
  </>
)
