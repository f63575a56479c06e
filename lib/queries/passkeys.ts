import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import type { ProofProvider } from '@/lib/model/account'
import type { Passkey } from '@/lib/model/passkey'
import { api, plainPost } from './api'
import { paths } from './paths'

// Only who uses a passkey loads the code for it.
const ceremonies = () => import('@simplewebauthn/browser')

type Post = <T>(path: string, body?: unknown) => Promise<T>

/** Lets the browser make a passkey and keeps it. Throws ApiProblem, and whatever the browser says. */
export async function makePasskey(post: Post = api.post): Promise<Passkey> {
  const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>(paths.api.passkeyOptions())
  const { startRegistration } = await ceremonies()
  return post(paths.api.passkeys(), { response: await startRegistration({ optionsJSON }) })
}

/** Lets whoever is there choose a passkey and signs them in; the session cookie is set then. Throws as `makePasskey`. */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await plainPost<PublicKeyCredentialRequestOptionsJSON>(paths.api.passkeySignIn('options'))
  const { startAuthentication } = await ceremonies()
  await plainPost(paths.api.passkeySignIn(), { response: await startAuthentication({ optionsJSON }) })
}

/** How somebody can prove anew who they are; `options` is null while they have no passkey. */
export type ProofWays = { options: PublicKeyCredentialRequestOptionsJSON | null; providers: ProofProvider[] }

export const proofWays = (): Promise<ProofWays> => plainPost(paths.api.proof('options'))

/** Proves who somebody is with one of their passkeys; the session goes on under a new cookie. Throws as `makePasskey`. */
export async function prove(optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<void> {
  const { startAuthentication } = await ceremonies()
  await plainPost(paths.api.proof(), { response: await startAuthentication({ optionsJSON }) })
}

export const useAddPasskey = () => useMutation<Passkey, Error, void>({ mutationFn: () => makePasskey() })

export const useRenamePasskey = (id: string) =>
  useMutation<Passkey, Error, string>({ mutationFn: (name) => api.patch(paths.api.passkey(id), { name }) })

/** Removes a passkey; `evenLast` says that its person knows it is their last way back in. */
export const useRemovePasskey = (id: string) =>
  useMutation<void, Error, { evenLast: boolean }>({ mutationFn: (query) => api.delete(paths.api.passkey(id, query)) })
