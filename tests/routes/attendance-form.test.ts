import { expect, test } from 'vitest'
import {
  changedRows,
  drawn,
  fieldName,
  restPresent,
} from '#app/routes/cohorts.$id.sessions.$session.attendance/attendance-form.ts'

const NOT_RECORDED = drawn({ state: '', hours: '', task: '' })

test('“Present” for the rest leaves whoever was chosen otherwise, and is recorded only when it is sent', () => {
  const typed = {
    ...{ intent: 'rest-present', [fieldName('state', 'noor')]: '', [fieldName('was', 'noor')]: NOT_RECORDED },
    ...{ [fieldName('state', 'sol')]: 'excused', [fieldName('was', 'sol')]: NOT_RECORDED },
    [fieldName('hours', 'noor')]: '3',
  }
  const { values, chosen } = restPresent(typed)
  expect(chosen).toBe(1)
  expect(values).toEqual({ ...typed, [fieldName('state', 'noor')]: 'present' })
  expect(changedRows(values)).toEqual([
    { userId: 'noor', state: 'present', minutes: 180, task: '' },
    { userId: 'sol', state: 'excused', minutes: null, task: '' },
  ])
})
