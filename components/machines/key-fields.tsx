import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import type { RuleDraft } from '@/lib/presentation/machine-examples'

type Props = { rule: RuleDraft; reason: (field: string) => string | undefined }

/** Where the keys are that its tokens are checked with, and whether a token counts once. */
export const KeyFields = ({ rule, reason }: Props) => (
  <>
    <div className="grid items-start gap-4 md:grid-cols-2">
      <TextField
        label="Address of its keys"
        name="jwksUrl"
        defaultValue={rule.jwksUrl}
        hint={rule.kind === 'spiffe' ? 'The bundle endpoint.' : 'Empty: the issuer is asked (OpenID discovery).'}
        error={reason('jwksUrl')}
      />
      <TextareaField
        label="Its keys"
        name="jwks"
        rows={2}
        defaultValue={rule.jwks}
        hint="A JSON Web Key Set, for issuers that cannot be reached. Empty otherwise."
        error={reason('jwks') && !reason('jwksUrl') ? reason('jwks') : undefined}
      />
    </div>
    <Checkbox
      name="oneUse"
      defaultChecked={rule.oneUse}
      label="Each token can be exchanged once"
      hint="Then a token that was overheard is worth nothing. Not for tokens that lie on a disk until they are renewed."
    />
  </>
)
