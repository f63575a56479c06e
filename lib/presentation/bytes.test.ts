import { expect, test } from 'vitest'
import { bytesText } from './bytes'

test('sizes read in binary units with at most three digits', () => {
  const said = [0, 812, 1024, 1_468_006, 10 * 1024 * 1024, 1_000_000 * 1024].map((bytes) => bytesText(bytes))
  expect(said.map((text) => text.replace('\u00a0', ' '))).toEqual([
    '0 B',
    '812 B',
    '1.0 KiB',
    '1.4 MiB',
    '10 MiB',
    '977 MiB',
  ])
})
