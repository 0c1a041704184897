import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#app/domain/password.ts'
import { TextField } from '#app/ui/text-field.tsx'

/** Where somebody chooses a password; `email` lets password managers store the two together. */
export function NewPasswordField({
  label,
  errors,
  email,
}: {
  label: string
  errors?: string[] | undefined
  email?: string
}) {
  return (
    <>
      {email && <input type="email" name="username" autoComplete="username" defaultValue={email} hidden readOnly />}
      <TextField
        name="password"
        type="password"
        label={label}
        hint={`At least ${PASSWORD_MIN_LENGTH} characters. Three or four random words work well.`}
        autoComplete="new-password"
        minLength={PASSWORD_MIN_LENGTH}
        maxLength={PASSWORD_MAX_LENGTH}
        errors={errors}
        required
      />
    </>
  )
}
