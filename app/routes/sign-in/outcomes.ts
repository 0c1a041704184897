/** What led somebody here, said once above the form; the address names it by `?done=`. */
export const outcomes: Record<string, string | undefined> = {
  confirmed: 'Thank you, your address is confirmed. You can sign in now.',
  'password-chosen': 'Your new password is set. Sign in with it; every other session has been ended.',
  invited: 'Your account is ready. Sign in with the password that you have chosen.',
  'signed-out': 'You are signed out, and what this site kept in this browser is gone.',
  'signed-out-everywhere': 'You are signed out on every device.',
}
