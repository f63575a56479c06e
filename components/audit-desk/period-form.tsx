import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Period } from '@/lib/model/period'

type Props = { scope: AuditScope; bound: Period | null; grant?: string; action: string }

/** Any other period, day by day: a plain form, so that it lives in the address too. */
export const PeriodForm = ({ scope, bound, grant, action }: Props) => (
  <form method="get" action={action} className="flex flex-wrap items-center gap-2">
    <input type="hidden" name="framework" value={scope.framework} />
    {scope.deploymentIds.length > 0 ? (
      <input type="hidden" name="deployments" value={scope.deploymentIds.join(',')} />
    ) : null}
    {grant ? <input type="hidden" name="grant" value={grant} /> : null}
    {(['from', 'to'] as const).map((end) => (
      <Input
        key={end}
        type="date"
        name={end}
        required
        aria-label={end === 'from' ? 'First day' : 'Last day'}
        defaultValue={scope.period[end]}
        min={bound?.from}
        max={bound?.to}
        className="w-38"
      />
    ))}
    <Button type="submit" size="sm" className="h-8">
      Show
    </Button>
  </form>
)
