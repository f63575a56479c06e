import { PACK_FORMAT } from '@/lib/model/pack-manifest'
import { PACK_PREDICATE, STATEMENT_PAYLOAD } from '@/lib/model/signed-statement'
import {
  CLOSING_FILES,
  ENVELOPE_FILE,
  MANIFEST_FILE,
  SIGNATURE_FILE,
  SIGNED_FILE,
  SUMS_FILE,
  TIMESTAMP_FILE,
} from './pack-layout'

export type RecipeStep = {
  title: string
  /** What it shows, and what it would catch. */
  shows: string
  commands: readonly string[]
  /** Needs something that not every pack or reader has. */
  optional?: true
}

const ALWAYS = CLOSING_FILES.filter((file) => file !== TIMESTAMP_FILE).join(' ')
const TYPE = `DSSEv1 ${STATEMENT_PAYLOAD.length} ${STATEMENT_PAYLOAD}`
const field = (name: string): string => `sed 's/.*"${name}":"\\([^"]*\\)".*/\\1/' ${ENVELOPE_FILE}`

/**
 * How to verify a pack with `unzip`, `sha256sum` and `openssl` (3.0 or later) in a POSIX shell. The commands run in this
 * order in one shell with `set -e`, in a folder that holds PACK.zip and proofline-keys.json; the first that fails refuses
 * the pack. The README of every pack and the public page show the same text, and a test runs it.
 */
export const VERIFY_RECIPE: readonly RecipeStep[] = [
  {
    title: 'Compare the list of files',
    shows: `Every file in the archive is listed, in its order, once, and nothing else is there. Catches files that were added, dropped, renamed, doubled or put elsewhere, and names that leave the folder; \`sha256sum --check\` alone notices neither an added file nor another order.`,
    commands: [
      'unzip -Z1 PACK.zip > names.txt',
      `unzip -p PACK.zip ${SUMS_FILE} > listed.txt`,
      `{ sed '$d; s/^[0-9a-f]*  //' listed.txt; printf '%s\\n' ${ALWAYS}; grep -x ${TIMESTAMP_FILE} names.txt || true; } | cmp - names.txt`,
    ],
  },
  {
    title: 'Unpack it',
    shows:
      'The archive is whole: catches one that was cut off or damaged, is encrypted, or has something before or behind it.',
    commands: [
      `test "$(tail -c 22 PACK.zip | head -c 4 | od -An -tx1 | tr -d ' \\n')" = 504b0506`,
      'unzip -qq PACK.zip -d unpacked',
      'cd unpacked',
    ],
  },
  {
    title: 'Compare the digests',
    shows: 'Every file has the SHA-256 that is listed. Catches a file that was changed.',
    commands: [`sha256sum --check --strict --quiet ${SUMS_FILE}`],
  },
  {
    title: 'Compare what was signed',
    shows: `The signed statement is about an evidence pack and names the same digests, those of ${SUMS_FILE} and ${MANIFEST_FILE} among them. Catches a list that was changed together with its files.`,
    commands: [
      `test "$(head -c ${TYPE.length} ${SIGNED_FILE})" = '${TYPE}'`,
      `grep -q '"predicateType":"${PACK_PREDICATE}"' ${SIGNED_FILE}`,
      `grep -q '"format":"${PACK_FORMAT}"' ${MANIFEST_FILE}`,
      `{ sed '$d' ${SUMS_FILE}; sha256sum ${SUMS_FILE} ${MANIFEST_FILE}; } | sort > ../digests.txt`,
      `tr '{' '\\n' < ${SIGNED_FILE} | sed -n 's/^"sha256":"\\([0-9a-f]*\\)"},"name":"\\([^"]*\\)".*/\\1  \\2/p' | sort | cmp - ../digests.txt`,
    ],
  },
  {
    title: 'Verify the signature',
    shows: `The statement is signed (Ed25519, RFC 8032) by the key the envelope names. Catches another key, and a signature over something else.`,
    commands: [
      `KID=$(${field('keyid')})`,
      `openssl pkeyutl -verify -pubin -inkey "keys/$KID.pem" -rawin -in ${SIGNED_FILE} -sigfile ${SIGNATURE_FILE}`,
    ],
  },
  {
    title: 'Confirm the key',
    shows:
      'That key stands in the key history of the organization, for evidence, and was not revoked. Get proofline-keys.json from the organization itself, never out of the pack: whoever makes a pack chooses the keys in it. The key’s id is its RFC 7638 fingerprint, to compare by telephone.',
    commands: [
      `X=$(openssl pkey -pubin -in "keys/$KID.pem" -outform DER | tail -c 32 | openssl base64 -A | tr '+/' '-_' | tr -d '=')`,
      `test "$(printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$X" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')" = "$KID"`,
      `tr -d ' \\n' < ../proofline-keys.json | tr '{' '\\n' | grep -A 1 -F "\\"kid\\":\\"$KID\\"" | grep -F "\\"x\\":\\"$X\\"" | grep -F '"purpose":"evidence"' | grep -q '"revokedAt":null'`,
    ],
  },
  {
    title: 'Compare the envelope',
    shows: `${ENVELOPE_FILE}, which DSSE tools read, carries the same statement and signature.`,
    commands: [
      `${field('payload')} | openssl base64 -d -A > ../payload.json`,
      `{ printf '%s %s ' '${TYPE}' "$(wc -c < ../payload.json | tr -d ' ')"; cat ../payload.json; } | cmp - ${SIGNED_FILE}`,
      `${field('sig')} | openssl base64 -d -A | cmp - ${SIGNATURE_FILE}`,
      `grep -q '"payloadType":"${STATEMENT_PAYLOAD}"' ${ENVELOPE_FILE}`,
    ],
  },
  {
    title: 'Verify the timestamp',
    shows: `Only where the pack holds ${TIMESTAMP_FILE}: ${MANIFEST_FILE} existed before the instant it names (RFC 3161). Get the authority’s certificate from the authority.`,
    commands: [`openssl ts -verify -data ${MANIFEST_FILE} -in ${TIMESTAMP_FILE} -CAfile TSA-CA.pem`],
    optional: true,
  },
]

/** What these tools do not see and `proofline verify` and the page do. */
export const RECIPE_LIMITS =
  'These tools do not look at bytes in the archive that belong to no file, at dates and other marks in its headers, at the chain of the audit log, or at whether a key had been replaced before the pack was made. `proofline verify` and the page /verify do.'

/** The recipe as a document in Markdown, without a heading of its own. */
export const recipeMarkdown = (): string =>
  [
    ...VERIFY_RECIPE.map(
      ({ title, shows, commands, optional }, at) =>
        `${at + 1}. **${title}**${optional ? ' (optional)' : ''}. ${shows}\n\n${commands.map((line) => `       ${line}`).join('\n')}\n`,
    ),
    RECIPE_LIMITS,
    '',
  ].join('\n')

/** The commands that every pack can be held to, as one script for `sh`. */
export const recipeScript = (): string =>
  ['set -e', ...VERIFY_RECIPE.filter(({ optional }) => !optional).flatMap(({ commands }) => commands), ''].join('\n')
