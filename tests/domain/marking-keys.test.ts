import { describe, expect, test } from 'vitest'
import { keyWish, MARKING_KEYS } from '#app/domain/marking-keys.ts'

const alone = { ctrlKey: false, metaKey: false, altKey: false }

describe('a single key on a page where one marks', () => {
  test('gives a level, "not rateable", or leads on', () => {
    expect(keyWish({ ...alone, key: '5' })).toEqual({ to: 'rate', value: '5' })
    expect(keyWish({ ...alone, key: '0' })).toEqual({ to: 'rate', value: 'not-rateable' })
    expect(keyWish({ ...alone, key: 'k' })).toEqual({ to: 'go', by: -1 })
  })

  test('means the same with caps lock on', () =>
    expect(keyWish({ ...alone, key: 'B' })).toEqual(keyWish({ ...alone, key: 'b' })))

  test.each(['ctrlKey', 'metaKey', 'altKey'])('is the browser’s together with %s', (modifier) =>
    expect(keyWish({ ...alone, key: 'l', [modifier]: true })).toBeNull(),
  )

  test.each(['8', 'x', 'Enter', 'Tab', 'constructor'])('%s means nothing', (key) =>
    expect(keyWish({ ...alone, key })).toBeNull(),
  )

  test('stands for one thing only', () => {
    const keys = MARKING_KEYS.flatMap(({ wishes }) => Object.keys(wishes))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
