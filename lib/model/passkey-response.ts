import { z } from 'zod'

/** Bytes in base64url without padding, at most so many characters. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'must be base64url')

const credential = { id: bytes(1400), rawId: bytes(1400), type: z.literal('public-key') }

/** What a browser answers when it made a passkey (WebAuthn Level 3 §5.1.8, RegistrationResponseJSON); the rest is ignored. */
export const RegistrationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    attestationObject: bytes(64_000),
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})
export type RegistrationResponse = z.infer<typeof RegistrationResponse>

/** What a browser answers when a passkey signed (WebAuthn Level 3 §5.1.8, AuthenticationResponseJSON). */
export const AssertionResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    authenticatorData: bytes(8_000),
    signature: bytes(8_000),
    userHandle: bytes(100).nullish(),
  }),
})
export type AssertionResponse = z.infer<typeof AssertionResponse>

/** What the browser is told to ask an authenticator, as its own interface reads it (WebAuthn Level 3 §5.1.8, §5.1.9). */
export const CeremonyOptions = z.record(z.string(), z.unknown())
export type CeremonyOptions = z.infer<typeof CeremonyOptions>
