import { Card } from '@/components/ui/card'
import { Snippet } from '@/components/ui/snippet'

/** How whoever holds the ZIP checks it without asking us. */
export const VerifyCard = ({ kid }: { kid: string }) => (
  <Card
    title="How it is verified"
    note="Take the public key from a place other than the pack: the key history of this installation is at /.well-known/proofline-keys.json."
  >
    <div className="grid gap-3">
      <Snippet label="With Proofline" text="proofline verify PACK.zip" />
      <Snippet
        label="Without it, in the unpacked folder"
        text={[
          'sha256sum --check --strict MANIFEST',
          `openssl pkeyutl -verify -rawin -pubin -inkey keys/${kid}.pem -in manifest.pae -sigfile manifest.sig`,
        ].join('\n')}
      />
    </div>
  </Card>
)
