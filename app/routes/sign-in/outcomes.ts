/** What led somebody here, said once above the form; the address names it by `?done=`. */
export const outcomes: Record<string, string | undefined> = {
  'password-chosen': 'Your new password is set. Sign in with it; every other session has been ended.',
  invited: 'Your account is ready. Sign in with the password that you have chosen.',
  unsent:
    'Your session had ended, so nothing was sent. What you wrote is still in its form: sign in in another window, then come back to the form with the browser’s Back button and send it again.',
  'signed-out': 'You are signed out, and what this site kept in this browser is gone.',
  'signed-out-everywhere': 'You are signed out on every device.',
}
