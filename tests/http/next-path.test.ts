import { describe, expect, test } from 'vitest'
import { ownPath } from '#app/http/next-path.ts'

describe('where somebody is led after signing in', () => {
  test.each(['/learn', '/learn/stance/not-knowing?done=1#question-st-1', '/', '/settings//x'])(
    'may be the page %s',
    (path) => {
      expect(ownPath(path)).toBe(path)
    },
  )

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'learn',
    '',
  ])('is never %j', (path) => {
    expect(ownPath(path)).toBeUndefined()
  })

  test('is undefined when nobody asked for a page', () => {
    expect(ownPath(null)).toBeUndefined()
  })
})
