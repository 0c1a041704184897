import { Button } from '#app/ui/button.tsx'

type SendButtonProps = { intent: string; children: string; variant?: 'primary' | 'secondary' }

export const SendButton = ({ intent, children, variant = 'primary' }: SendButtonProps) => (
  <Button name="intent" value={intent} variant={variant}>
    {children}
  </Button>
)
