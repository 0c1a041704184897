import { Button } from '#app/ui/button.tsx'

/** For whoever selects words of the lesson: shown beside them by its script. Without one, the form among one's notes is the way. */
export const MarkWords = ({ path }: { path: string }) => (
  <form
    method="post"
    action={`${path}/notes`}
    aria-label="The words chosen"
    data-mark-words
    className="mark-words"
    hidden
  >
    <Button variant="secondary" name="intent" value="mark">
      Mark
    </Button>
    <Button name="intent" value="write">
      Write a note
    </Button>
  </form>
)
