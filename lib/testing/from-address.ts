/** Headers of a request from this address, as the web server's process stamps them. */
export function fromAddress(address: string, others: Record<string, string> = {}): Record<string, string> {
  Object.assign(globalThis, { prooflineStampsPeers: true })
  return { ...others, 'x-proofline-peer': address }
}
