import { captionsFile, mediaType } from './media-format.ts'

type RecordingProps = { file: string; label: string; folder: string }

/**
 * A recording with the browser's own controls. It never begins by itself. A film shows its captions; those of a sound recording are written beneath it, where a
 * script is, and the words stand in the lesson in any case.
 */
export function Recording({ file, label, folder }: RecordingProps) {
  const player = {
    controls: true,
    preload: 'metadata',
    'data-recording': file,
    children: [
      <source key="file" src={`${folder}/${file}`} type={mediaType(file)} />,
      <track
        key="track"
        kind="captions"
        srcLang="en-GB"
        label="English"
        src={`${folder}/${captionsFile(file)}`}
        default
      />,
    ],
  } as const
  return (
    <div className="recording">
      {mediaType(file) === 'video/mp4' ? (
        <video {...player} aria-label={`Film: ${label}`} width={640} height={360} playsInline />
      ) : (
        <audio {...player} aria-label={`Read aloud: ${label}`} />
      )}
    </div>
  )
}
