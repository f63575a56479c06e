import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { AwsSettings } from '@/lib/model/connection'

type Props = { settings: AwsSettings | null; reason: (field: string) => string | undefined }

/** Which account is read, as whom, and what is left out. How it is opened stays as it was made. */
export const AwsFields = ({ settings, reason }: Props) => (
  <div className="grid items-start gap-4 md:grid-cols-2">
    {settings === null ? (
      <SelectField
        label="How Proofline gets in"
        name="credentials"
        defaultValue="role"
        error={reason('settings.credentials')}
      >
        <option value="role">A role it assumes, with an external id</option>
        <option value="web-identity">A role that trusts Proofline’s web identity</option>
        <option value="keys">Access keys, kept encrypted (not recommended)</option>
      </SelectField>
    ) : null}
    <TextField
      label="Role ARN"
      name="roleArn"
      defaultValue={settings?.roleArn ?? ''}
      placeholder="arn:aws:iam::111122223333:role/proofline-reader"
      hint="The role need not be there yet: the next page shows how it is made. Not needed for access keys."
      error={reason('settings.roleArn')}
    />
    <TextField
      label="Regions"
      name="regions"
      defaultValue={settings?.regions.join(', ')}
      hint="Separated by commas. Empty reads every region the account has enabled."
      error={reason('settings.regions')}
    />
    <TextField
      label="Services"
      name="services"
      defaultValue={settings?.services.join(', ')}
      hint="For example iam, s3, ec2. Empty reads every service the checks need."
      error={reason('settings.services')}
    />
    <TextField
      label="Role in member accounts"
      name="memberRole"
      defaultValue={settings?.memberRole ?? ''}
      hint="Reads every account of the AWS organization through a role of this name in each. Empty reads one account."
      error={reason('settings.memberRole')}
    />
    <TextField
      label="Endpoint"
      name="endpoint"
      defaultValue={settings?.endpoint ?? ''}
      hint="Only for a private endpoint or an emulator. A private address must be in PROOFLINE_OUTBOUND_ALLOW."
      error={reason('settings.endpoint')}
    />
  </div>
)
