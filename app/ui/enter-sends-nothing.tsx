/**
 * Stands first in a long form, or in one whose sending cannot be taken back. Enter in a field or on a choice presses the form's first
 * button, and by habit comes too early; this one does nothing. Without scripts it is its method that does nothing outside of a dialog:
 * a disabled button would be passed over, since from a choice a browser goes on to the next one.
 */
export const EnterSendsNothing = () => (
  <button type="submit" formMethod="dialog" hidden onClick={(event) => event.preventDefault()} />
)
