import { z } from 'zod'
import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import { instantAt } from '#app/domain/wall-clock.ts'
import { listField } from '#app/http/form.server.ts'

const whole = (most: number, least = 0) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Use a whole number.')
    .transform(Number)
    .pipe(z.number().min(least, `Use at least ${least}.`).max(most, `Use at most ${most}.`))

const percent = (most: number) => whole(most).transform((value) => value / 100)

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

const localTime = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Choose a day and a time.')
    .transform((value) => value.slice(0, 16))
    .refine((value) => !Number.isNaN(Date.parse(`${value}Z`)), 'There is no such day or time.'),
])

const weightOf = (userId: string) => `weight-${userId}`

/** The fields of the policy's form. A marker's weight stands in a field of its own, and counts only where the marker is ticked. */
export const policyFields = z
  .looseObject({
    version: whole(999),
    scheme: z.enum(['single', 'double', 'sample'], 'Choose who marks.'),
    share: percent(100),
    nearPass: ticked,
    firstAttempts: ticked,
    difference: whole(6, 1),
    eitherSideOfPass: ticked,
    anyCriticalError: ticked,
    agreeWithin: z.enum(['never', '0', '1', '2'], 'Choose one of these.'),
    sequence: z.enum(['as-ready', 'together'], 'Choose when marks are released.'),
    notBefore: localTime,
    goldShare: percent(50),
    marker: listField(z.uuid()),
  })
  .transform((fields, context) => {
    const markers = fields.marker.map((userId) => {
      const weight = whole(100, 1).safeParse(fields[weightOf(userId)] ?? '1')
      if (!weight.success)
        context.addIssue({ code: 'custom', path: [weightOf(userId)], message: 'Use a weight from 1 to 100.' })
      return { userId, weight: weight.data ?? 1 }
    })
    return { ...fields, markers }
  })

/** @param timeZone of the person who filled in the form: its times are theirs. */
export function policyFrom(fields: z.output<typeof policyFields>, timeZone: string): MarkingPolicy {
  const { scheme, share, nearPass, firstAttempts, difference, eitherSideOfPass, anyCriticalError, markers } = fields
  const { agreeWithin, sequence, notBefore, goldShare } = fields
  return {
    scheme,
    sample: { share, nearPass, firstAttempts },
    adjudication: { difference, eitherSideOfPass, anyCriticalError },
    agreeWithin: agreeWithin === 'never' ? null : Number(agreeWithin),
    release: { sequence, notBefore: notBefore ? instantAt(notBefore, timeZone).toISOString() : null },
    goldShare,
    markers,
  }
}
