import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import { TextareaField } from '@/components/ui/textarea-field'
import type { AccessRules } from '@/lib/model/access-rules'
import type { OwnSession } from './own-session'

type Props = { rules: AccessRules; own: OwnSession; reason: (field: string) => string | undefined }

/** What somebody has to show to enter at all. */
export const EntryRules = ({ rules, own, reason }: Props) => (
  <>
    <Card title="Networks" note="Where requests may come from, people’s and machines’ alike.">
      <TextareaField
        label="Allowed networks"
        name="networks"
        rows={3}
        defaultValue={rules.networks.join('\n')}
        hint={`One range a line, like 192.0.2.0/24 or 2001:db8::/32. Everybody elsewhere is refused at once; empty lets everybody ask. You are at ${own.address ?? 'an address that is not known'}.`}
        error={reason('networks')}
      />
    </Card>
    <Card
      title="Single sign-on strength"
      note="How strongly an identity provider has to have asked. Who does not show it is asked to sign in again."
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TextareaField
          label="Accepted contexts (acr)"
          name="acr"
          rows={2}
          defaultValue={rules.acr.join('\n')}
          hint={`A single sign-on has to name one of these; the words are your provider’s. Passkeys are not asked. Empty accepts any. Your session names ${own.acr ?? 'none'}.`}
          error={reason('acr')}
        />
        <TextareaField
          label="Accepted methods (amr)"
          name="amr"
          rows={2}
          defaultValue={rules.amr.join('\n')}
          hint={`One of these has to have been used, for example mfa or hwk (RFC 8176). A passkey counts as mfa, pop and user. Empty accepts any. Your session shows ${own.amr.length > 0 ? own.amr.join(', ') : 'none'}.`}
          error={reason('amr')}
        />
      </div>
    </Card>
    <Card title="Proof age" note="How long ago somebody may last have proven who they are, for anything at all.">
      <TextField
        label="Oldest proof, in minutes"
        name="maxProofMinutes"
        inputMode="numeric"
        className="max-w-64"
        defaultValue={rules.maxProofMinutes ?? ''}
        hint="From 5 to 480. After that a passkey or single sign-on is asked anew. Empty leaves it to the end of the session; sensitive acts ask every five minutes all the same."
        error={reason('maxProofMinutes')}
      />
    </Card>
    <Card title="Devices" note="What a proxy in front of Proofline says of the device somebody uses.">
      <Checkbox
        name="compliantDevices"
        defaultChecked={rules.compliantDevices}
        label="Only devices known to be in good order"
        hint="A trusted proxy has to say so with every request of a person; without such a proxy nobody gets in."
      />
      <p aria-live="polite" className="mt-1 text-bad text-xs">
        {reason('compliantDevices')}
      </p>
    </Card>
  </>
)
