import { Button } from '#app/ui/button.tsx'
import { Folded } from '#app/ui/folded.tsx'

/** After a second look: what is deleted is gone. */
export const DeleteNote = () => (
  <Folded title="Delete this note" isOpen={false}>
    <form method="post" className="grid gap-3">
      <p>The words are no longer marked and what you wrote on them is gone. It cannot be brought back.</p>
      <div>
        <Button variant="danger" name="intent" value="delete">
          Delete it
        </Button>
      </div>
    </form>
  </Folded>
)
