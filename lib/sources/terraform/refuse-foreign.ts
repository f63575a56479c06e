import { TerraformFault } from './terraform-fault'

const SHOW = 'Hand in what `terraform show -json PLANFILE` prints.'

/** Files people hand in by mistake, by how they begin. */
const FOREIGN: readonly { begins: readonly number[]; is: string }[] = [
  { begins: [0x50, 0x4b], is: `It is a saved plan file, not its JSON. ${SHOW}` },
  { begins: [0x1f, 0x8b], is: 'It is compressed with gzip. Unpack it first.' },
  { begins: [0xff, 0xfe], is: 'It is UTF-16 text, as some shells write it. Save it as UTF-8.' },
  { begins: [0xfe, 0xff], is: 'It is UTF-16 text, as some shells write it. Save it as UTF-8.' },
]

/** The same chunks, unless the first bytes say that this is something else. Throws `invalid` saying what, and what to do. */
export async function* refuseForeign(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: number[] | null = []
  for await (const chunk of chunks) {
    if (head !== null) {
      head = [...head, ...chunk.subarray(0, 2)]
      const [first, second] = head
      const found = FOREIGN.find(({ begins }) => begins[0] === first && begins[1] === second)
      if (found) throw new TerraformFault(found.is)
      if (head.length >= 2) head = null
    }
    yield chunk
  }
}
