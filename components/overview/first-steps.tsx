import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

const steps = (org: string) => [
  {
    title: 'Add a deployment',
    text: 'Where zero trust is rolled out, and when each layer began and went live.',
    href: paths.newDeployment(org),
    action: 'Add a deployment',
  },
  {
    title: 'Import your incidents',
    text: 'A CSV from the ticket system. You see what is rejected and why before anything is written.',
    href: paths.importIncidents(org),
    action: 'Import incidents',
  },
  {
    title: 'Import your audits',
    text: 'Controls passed and failed by date, for the compliance pass rate.',
    href: paths.importAudits(org),
    action: 'Import audits',
  },
]

/** What a new organization does first. Its order matters: dates, then records. */
export const FirstSteps = ({ org, editable }: { org: string; editable: boolean }) => (
  <Card
    title="Three steps to your own numbers"
    note={editable ? undefined : 'An assessor or an administrator of this organization takes them.'}
  >
    <ol className="grid gap-3">
      {steps(org).map(({ title, text, href, action }, i) => (
        <li key={title} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="flex min-w-0 gap-3">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-full bg-band font-semibold text-xs"
            >
              {i + 1}
            </span>
            <div>
              <p className="font-medium text-sm">{title}</p>
              <p className="text-ink-3 text-xs">{text}</p>
            </div>
          </div>
          {editable ? <LinkButton href={href}>{action}</LinkButton> : null}
        </li>
      ))}
    </ol>
  </Card>
)
