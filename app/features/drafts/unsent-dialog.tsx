import { Button } from '#app/ui/button.tsx'
import { closes, Dialog, DialogActions } from '#app/ui/dialog.tsx'

/** What `watchSignOut` shows before work is lost that only this browser has. */
export const UnsentDialog = ({ id }: { id: string }) => (
  <Dialog id={id} title="Some of your work has not been sent">
    <p>It is kept in this browser only. If you sign out now, it is deleted here and cannot be brought back.</p>
    <DialogActions>
      <Button type="button" variant="danger" data-leave>
        Delete it and sign out
      </Button>
      <Button {...closes(id)} variant="secondary">
        Stay signed in
      </Button>
    </DialogActions>
  </Dialog>
)
