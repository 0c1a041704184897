import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

type StandingProps = { isListed: boolean; isShown: boolean; code: string | undefined }

/** Whether one is in the register, with the way out of it before anything else. */
export function Standing({ isListed, isShown, code }: StandingProps) {
  if (!isListed)
    return (
      <Notice title="You are not in the register">
        <p>
          Nothing is shown of you in <a href="/register">the public register</a>. Your name and your status come from
          your credentials; everything else is yours to choose, and you can leave at any time.
        </p>
      </Notice>
    )
  return (
    <Notice
      kind="positive"
      title={isShown ? 'You are in the register' : 'You are in the register, and nothing is shown'}
      actions={
        <Form method="post">
          <Button name="intent" value="leave" variant="secondary">
            Take me out of the register now
          </Button>
        </Form>
      }
    >
      {isShown ? (
        <p>
          Everybody can see <a href={`/register/${code}`}>your page</a>. When you take yourself out it is gone at once.
        </p>
      ) : (
        <p>
          Your status ended too long ago to be shown, or its number was replaced. A new status would be shown again.
        </p>
      )}
    </Notice>
  )
}
