import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { DateOrder } from '@/lib/model/import-options'

type Props = {
  source: string
  setSource: (source: string) => void
  deployment: string | null
  setDeployment: (slug: string | null) => void
  deployments: readonly { slug: string; name: string }[]
  dates: DateOrder | null
  setDates: (order: DateOrder) => void
  zone: string
  setZone: (zone: string) => void
}

/** Where the file comes from, whose records it holds, and how its dates are written. */
export const ReadingFields = (props: Props) => (
  <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
    <TextField
      label="Source"
      required
      value={props.source}
      onChange={(event) => props.setSource(event.target.value)}
      maxLength={80}
      hint="The system the file comes from, for example ServiceNow. Use the same name next time."
    />
    <SelectField
      label="Deployment"
      value={props.deployment ?? ''}
      onChange={(event) => props.setDeployment(event.target.value || null)}
      hint="Whose rollout the records belong to."
    >
      <option value="">None in particular</option>
      {props.deployments.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </SelectField>
    <SelectField
      label="Dates are written"
      value={props.dates ?? ''}
      onChange={(event) => {
        const order = (['iso', 'day-first', 'month-first'] as const).find((one) => one === event.target.value)
        if (order) props.setDates(order)
      }}
      hint={
        props.dates
          ? 'Guessed from the first rows; correct it if it is wrong.'
          : 'The first rows fit more than one way. Choose.'
      }
    >
      {props.dates ? null : <option value="">Choose…</option>}
      <option value="iso">2026-03-29 (year first)</option>
      <option value="day-first">29/03/2026 (day first)</option>
      <option value="month-first">03/29/2026 (month first)</option>
    </SelectField>
    <SelectField
      label="Time zone"
      value={props.zone}
      onChange={(event) => props.setZone(event.target.value)}
      hint="For times that carry no offset."
    >
      {zones().map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </SelectField>
  </div>
)

/** UTC, the reader's own zone, then every zone the browser knows. */
const zones = (): string[] => [
  ...new Set(['UTC', Intl.DateTimeFormat().resolvedOptions().timeZone, ...Intl.supportedValuesOf('timeZone')]),
]
