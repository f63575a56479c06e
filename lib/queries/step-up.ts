/** Asks the person to prove once more who they are; `why` is the server's sentence. False when they would rather not. */
export type AskForProof = (why: string | undefined) => Promise<boolean>

let asker: AskForProof | null = null
let asking: Promise<boolean> | null = null

/** Names who asks from now on, one page at a time; what is returned ends that. */
export function onStepUp(ask: AskForProof): () => void {
  asker = ask
  return () => {
    if (asker === ask) asker = null
  }
}

/** Whether the person proved who they are. Several requests refused at once ask once; with nobody to ask it is false. */
export function stepUp(why: string | undefined): Promise<boolean> {
  asking ??= (asker?.(why) ?? Promise.resolve(false)).finally(() => {
    asking = null
  })
  return asking
}
