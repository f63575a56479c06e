import { Drawer } from '@/components/ui/drawer'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import type { Outcome } from '@/lib/model/outcome'
import { monthText } from '@/lib/presentation/date'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { shareText } from '@/lib/presentation/score'

type Props = { outcome: Outcome; scope: string; incidentsHref: string; auditsHref: string }

/** The definitions behind the four metrics, what was left out, and the way to the records. */
export const OutcomeHow = ({ outcome, scope, incidentsHref, auditsHref }: Props) => (
  <Drawer label="How is this computed?" title="Before and after a rollout">
    <div className="grid gap-3 text-ink-2 text-sm">
      <p>
        Records are counted in UTC months. An incident belongs to the month it was detected in; while that is not known,
        to the month of the first other instant known. A month without records stays missing: it is neither zero nor
        filled in.
      </p>
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>Incidents per month: the mean of the baseline’s months that hold records, against one month’s count.</li>
        <li>
          Time to detect: detected minus occurred, in hours. An unknown onset carries no time and is never taken as 0.
        </li>
        <li>
          Time to resolve: resolved minus detected, in hours. Open incidents are left out, which flatters the mean.
        </li>
        <li>Pass rate: controls passed of controls assessed; not applicable controls stand apart.</li>
      </ul>
      <p>
        Baseline: the six months before the first layer began. Readings: the single months 3, 6 and 12 of live
        operation, the go-live month counting as month 1. This is an uncontrolled before-and-after comparison:
        association, not proof of cause.
      </p>
      <Facts
        items={[
          { term: 'Records of', value: scope },
          {
            term: 'Baseline',
            value: outcome.baseline
              ? `${monthText(outcome.baseline.from)} to ${monthText(outcome.baseline.to)}`
              : NOT_KNOWN,
          },
          { term: 'Go-live', value: outcome.goLive ? monthText(outcome.goLive) : NOT_KNOWN },
          { term: 'Incidents with unknown onset', value: shareText(outcome.unknownOnsetShare) },
          { term: 'Incidents still open', value: shareText(outcome.openShare) },
          { term: 'Formula', value: outcome.formula },
        ]}
      />
      <p>
        The facts: <TextLink href={incidentsHref}>incidents</TextLink> and <TextLink href={auditsHref}>audits</TextLink>
        .
      </p>
    </div>
  </Drawer>
)
