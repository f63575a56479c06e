import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { PlanReport } from '@/lib/model/plan-report'
import { countText } from '@/lib/presentation/number'
import { planLine, planTitle } from '@/lib/presentation/plan'
import { PlanFailures } from './plan-failures'
import { PlanLayers } from './plan-layers'
import type { PlanPage } from './plan-page'
import { PlanUnknowns } from './plan-unknowns'

type Props = Pick<PlanPage, 'org' | 'names'> & { report: PlanReport }

/** What the checks make of it, what becomes of each layer, what fails and how to mend it, what nobody can tell yet. */
export const PlanAnswer = ({ org, report, names }: Props) => (
  <>
    <Card title={planTitle(report)} note={`Checks: ${planLine(report)}.`}>
      <Facts
        items={[
          { term: 'Read as', value: `${report.kind} of workspace ${report.workspace}` },
          {
            term: 'Written by',
            value: `Terraform ${report.terraformVersion ?? 'of an unnamed version'}, format ${report.formatVersion}`,
          },
          { term: 'Resources once it is applied', value: countText(report.resources) },
        ]}
      />
    </Card>
    <PlanLayers report={report} names={names} />
    <PlanFailures org={org} failures={report.failures} />
    <PlanUnknowns org={org} unknowns={report.unknowns} verdicts={report.verdicts} />
  </>
)
