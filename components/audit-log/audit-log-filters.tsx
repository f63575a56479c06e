import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import type { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { AUDIT_NOUNS } from '@/lib/presentation/audit-action'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; filter: AuditLogFilter }

/** What the log is narrowed to: kinds are links, the rest a plain form, so all of it lives in the address. */
export function AuditLogFilters({ org, filter }: Props) {
  const { action, actor, subject, from, to, upTo } = filter
  const href = (chosen: string | undefined) => paths.auditLog(org, { ...filter, action: chosen })
  return (
    <>
      <FilterMenu
        label="Kind"
        shown={action ? (AUDIT_NOUNS.find(({ noun }) => noun === action)?.label ?? action) : 'Every kind'}
        active={action !== undefined}
        options={[
          { label: 'Every kind', href: href(undefined), current: action === undefined },
          ...AUDIT_NOUNS.map(({ noun, label }) => ({ label, href: href(noun), current: action === noun })),
        ]}
      />
      <form method="get" action={paths.auditLog(org)} className="flex flex-wrap items-center gap-2">
        {action ? <input type="hidden" name="action" value={action} /> : null}
        <Input type="search" name="actor" aria-label="Who" placeholder="Who" defaultValue={actor} className="w-36" />
        <Input
          type="search"
          name="subject"
          aria-label="Id of what was acted upon"
          placeholder="Id acted upon"
          defaultValue={subject}
          className="w-44"
        />
        <DayField name="from" label="From" day={from} />
        <DayField name="to" label="to" day={to} />
        <Button type="submit" size="sm" className="h-8">
          Apply
        </Button>
      </form>
      {action || actor || subject || from || to || upTo ? (
        <LinkButton href={paths.auditLog(org)} size="sm">
          Clear
        </LinkButton>
      ) : null}
    </>
  )
}

/** A day in UTC, as the entries are dated. */
const DayField = ({ name, label, day }: { name: string; label: string; day: string | undefined }) => (
  <span className="flex items-center gap-1.5 text-ink-3 text-xs" title="In UTC">
    <label htmlFor={`acts-${name}`}>{label}</label>
    <Input id={`acts-${name}`} type="date" name={name} defaultValue={day} className="w-36" />
  </span>
)
