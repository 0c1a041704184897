import { z } from 'zod'

export const REASON_CHARACTERS = 500

/** Why something was done to somebody's enrolment. */
export const reasonField = z
  .string()
  .trim()
  .min(3, 'Say in a few words why.')
  .max(REASON_CHARACTERS, `Use at most ${REASON_CHARACTERS} characters.`)
