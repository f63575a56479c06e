import type { Block } from '../report'

/** How somebody who does not trust us checks what an auditor report says. */
export const VERIFYING: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'This report is a reading copy. What it says can be checked without us from the evidence pack of the same framework, period and scope: the pack holds every file named here, the populations and samples, the OSCAL documents, the slice of the audit log and the list of gaps.',
  },
  {
    kind: 'steps',
    empty: '',
    steps: [
      {
        title: 'Get the pack',
        text: 'Evidence, Packs in the product, or: proofline pack --org SLUG --framework ID --from DATE --to DATE -o PACK.zip',
        aside: '',
      },
      {
        title: 'Check every file against the manifest',
        text: 'unzip PACK.zip and run sha256sum -c MANIFEST in its folder. Every hash in the table of evidence stands in that list.',
        aside: '',
      },
      {
        title: 'Check the signature of the manifest',
        text: 'manifest.sig is a DSSE envelope around an in-toto statement, signed with Ed25519. The key is published at /.well-known/proofline-keys.json with the time it was valid. The README in the pack gives the openssl commands.',
        aside: '',
      },
      {
        title: 'Or let the product do all of it',
        text: 'proofline verify PACK.zip, or the public page Verify, which reads the pack in the browser without uploading it.',
        aside: '',
      },
    ],
  },
]
