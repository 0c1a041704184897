/** Names the script of a lesson's recordings, which carries how far somebody is in each. */
export const MEDIA_SCRIPT = 'recordings'
