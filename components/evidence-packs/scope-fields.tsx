import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'

type Props = { deployments: readonly { id: string; name: string }[]; mustName: boolean; problem: string | undefined }

/** Which deployments it is about. */
export const ScopeFields = ({ deployments, mustName, problem }: Props) =>
  deployments.length === 0 ? null : (
    <Fieldset
      legend="Deployments"
      hint={mustName ? 'Choose what you were let in for.' : 'None chosen is the whole organization.'}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {deployments.map(({ id, name }) => (
          <Checkbox key={id} name="deployment" value={id} label={name} defaultChecked={mustName} />
        ))}
      </div>
      <p aria-live="polite" className={problem ? 'text-bad text-xs' : 'sr-only'}>
        {problem}
      </p>
    </Fieldset>
  )
