import { FilterMenu } from '@/components/ui/filter-menu'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import type { AuditScope } from '@/lib/model/audit-scope'
import { COVERAGES, type Coverage, OPERATION_STATES, type OperationState } from '@/lib/model/requirement-operation'
import { dayText } from '@/lib/presentation/date'
import type { PeriodPreset } from '@/lib/presentation/desk-period'
import { coverageText, operationText } from '@/lib/presentation/operation-text'
import { PeriodForm } from './period-form'

type Choice = { id: string; name: string }
type Props = {
  choices: { frameworks: (Choice & { shortName: string })[]; deployments: Choice[]; grants: AuditEngagement[] | null }
  scope: AuditScope
  view: { coverage?: Coverage; state?: OperationState; grant?: string }
  grant: AuditEngagement | null
  presets: readonly PeriodPreset[]
  hrefOf: (change: object) => string
  action: string
}

const ALL = { framework: undefined, from: undefined, to: undefined, deployments: undefined }

/** What the desk shows; every choice is a link, so all of it lives in the address. A grant bounds what can be chosen. */
export function DeskFilters({ choices, scope, view, grant, presets, hrefOf, action }: Props) {
  const { frameworks, grants } = choices
  const open = frameworks.filter(({ id }) => grant === null || grant.frameworks.includes(id))
  const preset = presets.find(({ period }) => period.from === scope.period.from && period.to === scope.period.to)
  return (
    <>
      {grants !== null && grants.length > 1 ? (
        <FilterMenu
          label="Audit"
          shown={grant?.name ?? ''}
          options={grants.map(({ id, name }) => ({
            label: name,
            href: hrefOf({ ...ALL, grant: id }),
            current: id === grant?.id,
          }))}
        />
      ) : null}
      <FilterMenu
        label="Framework"
        shown={open.find(({ id }) => id === scope.framework)?.shortName ?? scope.framework}
        options={open.map(({ id, name }) => ({
          label: name,
          href: hrefOf({ framework: id }),
          current: id === scope.framework,
        }))}
      />
      <FilterMenu
        label="Period"
        shown={preset?.label ?? 'Chosen period'}
        options={presets.map(({ label, period }) => ({
          label,
          detail: `${dayText(period.from)} to ${dayText(period.to)}`,
          href: hrefOf(period),
          current: label === preset?.label,
        }))}
      />
      <DeploymentMenu {...{ choices, scope, grant, hrefOf }} />
      <ViewMenus view={view} hrefOf={hrefOf} />
      <PeriodForm scope={scope} bound={grant?.period ?? null} grant={view.grant} action={action} />
    </>
  )
}

function DeploymentMenu({ choices, scope, grant, hrefOf }: Pick<Props, 'choices' | 'scope' | 'grant' | 'hrefOf'>) {
  const granted = grant?.deploymentIds ?? []
  const open = choices.deployments.filter(({ id }) => granted.length === 0 || granted.includes(id))
  const whole = granted.join(',')
  const asked = scope.deploymentIds.join(',')
  const wholeName = granted.length === 0 ? 'Whole organization' : 'All deployments of the audit'
  return (
    <FilterMenu
      label="Deployment"
      shown={asked === whole ? wholeName : (open.find(({ id }) => id === asked)?.name ?? 'Several deployments')}
      active={asked !== whole}
      options={[
        { label: wholeName, href: hrefOf({ deployments: whole }), current: asked === whole },
        ...open
          .filter(({ id }) => id !== whole)
          .map(({ id, name }) => ({ label: name, href: hrefOf({ deployments: id }), current: asked === id })),
      ]}
    />
  )
}

const ViewMenus = ({ view, hrefOf }: Pick<Props, 'view' | 'hrefOf'>) => (
  <>
    <FilterMenu
      label="State"
      shown={view.state ? operationText(view.state) : 'Any state'}
      active={view.state !== undefined}
      options={[
        { label: 'Any state', href: hrefOf({ state: undefined }), current: !view.state },
        ...OPERATION_STATES.map((state) => ({
          label: operationText(state),
          href: hrefOf({ state }),
          current: view.state === state,
        })),
      ]}
    />
    <FilterMenu
      label="Coverage"
      shown={view.coverage ? coverageText(view.coverage) : 'Any coverage'}
      active={view.coverage !== undefined}
      options={[
        { label: 'Any coverage', href: hrefOf({ coverage: undefined }), current: !view.coverage },
        ...COVERAGES.map((coverage) => ({
          label: coverageText(coverage),
          href: hrefOf({ coverage }),
          current: view.coverage === coverage,
        })),
      ]}
    />
  </>
)
