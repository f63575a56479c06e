import { expect, test } from 'vitest'
import { managementEventsOf } from './cloudtrail'

const advanced = (...fields: [string, string][]) => ({
  FieldSelectors: fields.map(([Field, value]) => ({ Field, Equals: [value] })),
})

test.each([
  ['All', { EventSelectors: [{ ReadWriteType: 'All' as const, IncludeManagementEvents: true }] }],
  ['WriteOnly', { EventSelectors: [{ ReadWriteType: 'WriteOnly' as const, IncludeManagementEvents: true }] }],
  [null, { EventSelectors: [{ ReadWriteType: 'All' as const, IncludeManagementEvents: false }] }],
  ['All', { AdvancedEventSelectors: [advanced(['eventCategory', 'Management'])] }],
  ['ReadOnly', { AdvancedEventSelectors: [advanced(['eventCategory', 'Management'], ['readOnly', 'true'])] }],
  [
    'All',
    {
      AdvancedEventSelectors: [
        advanced(['eventCategory', 'Management'], ['readOnly', 'true']),
        advanced(['eventCategory', 'Management'], ['readOnly', 'false']),
      ],
    },
  ],
  [null, { AdvancedEventSelectors: [advanced(['eventCategory', 'Data'])] }],
])('management events are %s', (events, answer) => {
  expect(managementEventsOf(answer)).toBe(events)
})

test('a trail of which no selector is told is not known, since every trail has one', () => {
  expect(() => managementEventsOf({ EventSelectors: [], AdvancedEventSelectors: [] })).toThrow()
})
