import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from './contrast'

type Tokens = Map<string, { light: string; dark: string }>

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [standardPart = '', contrastPart = ''] = sheet.split('@variant high-contrast')

const tokensIn = (css: string): Tokens =>
  new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark },
    ]),
  )

const standard = tokensIn(standardPart)
const contrast: Tokens = new Map([...standard, ...tokensIn(contrastPart)])

const THEMES = [
  { theme: 'light', tokens: standard, side: 'light' as const, text: 4.5 },
  { theme: 'dark', tokens: standard, side: 'dark' as const, text: 4.5 },
  { theme: 'contrast, light', tokens: contrast, side: 'light' as const, text: 7 },
  { theme: 'contrast, dark', tokens: contrast, side: 'dark' as const, text: 7 },
]

const GROUNDS = ['bg', 'panel', 'band', 'hover', 'accent-soft']
const TEXT_PAIRS = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ...['accent', 'unknown'].flatMap((tone) => ['bg', 'panel', 'band'].map((ground) => [tone, ground] as const)),
  ...['bad', 'warn', 'good'].flatMap((tone) =>
    ['bg', 'panel', `${tone}-soft`].map((ground) => [tone, ground] as const),
  ),
  ...['bad', 'warn', 'good'].map((tone) => ['ink-2', `${tone}-soft`] as const),
  ...['s0', 's1', 's2', 's3'].map((step) => [`on-${step}`, step] as const),
  ['accent', 'accent-soft'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
]

/** Edges of controls, focus and markers: WCAG 1.4.11 asks for 3:1. */
const SHAPE_PAIRS = [
  'field',
  'focus',
  'accent',
  'bad',
  'warn',
  'good',
  'unknown',
  'l1',
  'l2',
  'l3',
  'l4',
  'l5',
].flatMap((shape) => ['bg', 'panel'].map((ground) => [shape, ground] as const))

describe.each(THEMES)('in the theme $theme', ({ tokens, side, text }) => {
  const color = (name: string) => tokens.get(name)?.[side] ?? `no token ${name}`
  const weak = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.filter(([one, other]) => !(contrastRatio(color(one), color(other)) >= least)).map((pair) => pair.join(' on '))

  test('every text can be read on every ground it stands on', () => {
    expect(weak(TEXT_PAIRS, text)).toEqual([])
  })

  test('every edge and marker can be seen', () => {
    expect(weak(SHAPE_PAIRS, 3)).toEqual([])
  })

  test('the steps are ordered by lightness, each apart from the next in greyscale', () => {
    const ground = side === 'light' ? '#000000' : '#ffffff'
    const ladder = ['s0', 's1', 's2', 's3'].map((step) => contrastRatio(color(step), ground))
    for (const [index, value] of ladder.slice(1).entries()) expect((ladder[index] ?? 0) / value).toBeGreaterThan(1.2)
  })
})

test('the ratio is that of WCAG: black on white is 21, #777777 on white is 4.48', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
