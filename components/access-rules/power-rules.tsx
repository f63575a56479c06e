import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import type { AccessRules } from '@/lib/model/access-rules'

type Props = { rules: AccessRules; reason: (field: string) => string | undefined }

/** How long power lasts once it is given. */
export const PowerRules = ({ rules, reason }: Props) => (
  <div className="grid gap-4 md:grid-cols-2">
    <Card title="Elevation length" note="A higher role can be asked for, and another administrator approves it.">
      <TextField
        label="Longest elevation, in hours"
        name="elevationHours"
        inputMode="numeric"
        className="max-w-64"
        defaultValue={rules.elevationHours}
        hint="From 1 to 24. It ends by itself; who asks for longer is refused."
        error={reason('elevationHours')}
      />
    </Card>
    <Card title="Review interval" note="Every membership is looked at again: renewed, or removed.">
      <TextField
        label="Days between reviews"
        name="reviewDays"
        inputMode="numeric"
        className="max-w-64"
        defaultValue={rules.reviewDays}
        hint="From 7 to 365. A membership that was not reviewed for longer is flagged as overdue."
        error={reason('reviewDays')}
      />
    </Card>
  </div>
)
