import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { RuleDraft } from '@/lib/presentation/machine-examples'
import type { roleChoices } from '@/lib/presentation/role'

type Props = {
  rule: RuleDraft
  roles: ReturnType<typeof roleChoices>
  reason: (field: string) => string | undefined
}

/** Whose tokens, for whom, and what they may do. */
export const RuleFields = ({ rule, roles, reason }: Props) => (
  <div className="grid items-start gap-4 md:grid-cols-2">
    <TextField label="Name" name="name" required defaultValue={rule.name} error={reason('name')} />
    <SelectField label="Kind of token" name="kind" defaultValue={rule.kind} error={reason('kind')}>
      <option value="oidc">OpenID token of an issuer</option>
      <option value="spiffe">SPIFFE JWT-SVID of a trust domain</option>
    </SelectField>
    <TextField
      label={rule.kind === 'spiffe' ? 'Trust domain' : 'Issuer'}
      name="issuer"
      required
      defaultValue={rule.issuer}
      hint="To the letter, as its tokens say it."
      error={reason('issuer')}
    />
    <TextField
      label="Audience"
      name="audience"
      required
      defaultValue={rule.audience}
      hint="What a token has to be made out to. Take something that no other service accepts."
      error={reason('audience')}
    />
    <TextField
      label="Subject"
      name="subjectPattern"
      required
      defaultValue={rule.subjectPattern}
      hint="* stands for any characters but / and :, once in each part between these."
      error={reason('subjectPattern')}
    />
    <SelectField label="Role" name="role" defaultValue={rule.role} error={reason('role')}>
      {roles.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  </div>
)
