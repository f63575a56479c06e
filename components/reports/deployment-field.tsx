import { SelectField } from '@/components/ui/select-field'

type Props = { deployments: readonly { slug: string; name: string }[]; otherwise: string }

/** Which deployment; the first choice is what counts when none is named. */
export const DeploymentField = ({ deployments, otherwise }: Props) => (
  <SelectField label="Deployment" name="deployment">
    <option value="">{otherwise}</option>
    {deployments.map(({ slug, name }) => (
      <option key={slug} value={slug}>
        {name}
      </option>
    ))}
  </SelectField>
)
