import { NOTE_WRITER } from '#app/features/learning/offline/note-writer.ts'
import { Button } from '#app/ui/button.tsx'
import { closes, Dialog, DialogActions } from '#app/ui/dialog.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

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

/** For a device that keeps lessons, while there is no network: writing on words, and what became of them. Shown by the lesson's script. */
export const WriteWithoutNetwork = () => (
  <>
    <Dialog id={NOTE_WRITER} title="My note">
      <form method="dialog" className="grid gap-4">
        <blockquote className="own-quote line-clamp-4" />
        <TextArea
          id="note-without-network"
          name="note"
          label="Your note"
          hint="For you alone. Without anything that tells who a patient is."
          required
        />
        <p className="text-ink-muted text-sm">There is no network now: the note stays on this device until there is.</p>
        <DialogActions>
          <Button {...closes(NOTE_WRITER)} variant="secondary">
            Not yet
          </Button>
          <Button>Keep this note</Button>
        </DialogActions>
      </form>
    </Dialog>
    <p role="status" data-words-kept hidden className="mark-words">
      <span>
        Kept on this device, and sent when there is a network again. <a href="#own-notes">See my notes</a>
      </span>
    </p>
  </>
)
