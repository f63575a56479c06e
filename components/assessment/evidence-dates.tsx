import { TextField } from '@/components/ui/text-field'
import type { Day } from '@/lib/model/instant'
import { dayText } from '@/lib/presentation/date'

type Props = { today: Day; asOf: Day; reason: (field: string) => string | undefined }

/** When it was taken, and until when it may be relied upon. */
export const EvidenceDates = ({ today, asOf, reason }: Props) => (
  <div className="grid gap-4 sm:grid-cols-2">
    <TextField
      label="Collected on"
      name="collectedOn"
      type="date"
      required
      defaultValue={today}
      max={today}
      hint={
        asOf < today
          ? `When it was taken. After ${dayText(asOf)} it does not count here.`
          : 'When it was taken, not uploaded.'
      }
      error={reason('collectedOn')}
    />
    <TextField
      label="Valid to"
      name="expiresOn"
      type="date"
      hint="Empty when it does not expire."
      error={reason('expiresOn')}
    />
  </div>
)

/** The dates as the form says them. */
export const datesOf = (form: FormData): { collectedOn: Day; expiresOn: Day | null } => ({
  collectedOn: String(form.get('collectedOn') ?? ''),
  expiresOn: String(form.get('expiresOn') ?? '') || null,
})
