import { z } from 'zod'
import { reasonField } from './reason-field.ts'

/** What both who asks for a leave and who gives one fill in. */
export const leaveFields = {
  from: z.iso.date('Choose the first day.'),
  until: z.iso.date('Choose the last day.'),
  reason: reasonField,
}
