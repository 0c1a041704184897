import { expect, test } from 'vitest'
import { homeOf } from '#app/domain/home.ts'

test('work begins on the first page that one’s roles open', () => {
  expect(homeOf(['trainee'])).toBe('/learn')
  expect(homeOf(['training_lead', 'administrator'])).toBe('/marking')
  expect(homeOf(['supervisor'])).toBe('/supervision')
  expect(homeOf(['accreditation_staff'])).toBe('/accreditation')
  expect(homeOf(['administrator'])).toBe('/admin/people')
  expect(homeOf([])).toBe('/settings')
})
