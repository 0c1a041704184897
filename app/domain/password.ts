export const PASSWORD_MIN_LENGTH = 10
export const PASSWORD_MAX_LENGTH = 128
/** A shorter local part ("jo@") stands in too many good passwords by chance. */
const TELLING_LOCAL_PART_LENGTH = 4

export type PasswordJudgement = { accepted: true } | { accepted: false; because: string }

const refused = (because: string): PasswordJudgement => ({ accepted: false, because })

/**
 * Decides whether a password may be chosen: long enough, not one of those that attackers try first, not the person's own
 * address. No rules on kinds of characters, which make passwords worse (NIST SP 800-63B, 5.1.1.2).
 * @param isCommon whether a password is on the list of the commonest.
 */
export function judgePassword(
  password: string,
  email: string,
  isCommon: (password: string) => boolean,
): PasswordJudgement {
  const localPart = email.toLowerCase().split('@')[0] ?? ''
  if (password.length < PASSWORD_MIN_LENGTH) return refused(`Use at least ${PASSWORD_MIN_LENGTH} characters.`)
  if (password.length > PASSWORD_MAX_LENGTH) return refused(`Use at most ${PASSWORD_MAX_LENGTH} characters.`)
  if (localPart.length >= TELLING_LOCAL_PART_LENGTH && password.toLowerCase().includes(localPart))
    return refused('This contains the first part of your e-mail address. Choose something that nobody can look up.')
  if (new Set(password).size < 4) return refused('This repeats a few characters. Three or four random words work well.')
  if (isCommon(password))
    return refused('This is one of the passwords that attackers try first. Three or four random words work well.')
  return { accepted: true }
}
