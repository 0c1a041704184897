import { build } from 'vite'

const SCRIPT = 'app/features/credentials/archive/archive-page.ts'

/**
 * One page with everything in it: the archive, and what checks a file by it. It opens from a disk, without a network, and its own policy
 * forbids it any request.
 */
export async function archivePage(archive: object): Promise<string> {
  const script = await scriptText()
  // Neither may end its own element.
  const safe = (text: string) => text.replaceAll('<', '\\u003c')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Checking a Stance certificate without Stance</title>
<style>${STYLE}</style>
</head>
<body>
<main data-file-check>
<h1>Checking a certificate without Stance</h1>
<p>This page carries the archive of our keys and status lists. <span data-signed></span> Compare this key with the one that was published elsewhere: whoever can change this page can change the archive in it.</p>
<p><label for="file">The PDF, badge or credential that you were sent</label></p>
<p><input id="file" type="file" accept=".pdf,.png,.svg,.json"></p>
<p>Choose it, or drop it here. Nothing is sent anywhere. A certificate may have been withdrawn after the day of the archive.</p>
<div data-answer role="status"></div>
</main>
<script type="application/json" data-archive>${safe(JSON.stringify(archive))}</script>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`
}

/** Built when the archive is: whatever checks files on that day travels with it. */
async function scriptText(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: SCRIPT, formats: ['es'] } },
  })
  const [output] = [built].flat()
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page’s script could not be built.')
  return chunk.code
}

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 3rem auto; padding: 0 1.25rem; }
label, dt { font-weight: 600; }
input { font: inherit; min-height: 2.75rem; max-width: 100%; }
h3 { padding: .75rem 1rem; border: 1px solid; border-radius: .25rem; }
h3[data-tone=positive] { color: light-dark(#1f5a33, #9fd6ae); }
h3[data-tone=caution] { color: light-dark(#7d4a05, #e9c46a); }
h3[data-tone=critical] { color: light-dark(#9b2f24, #f0a59b); }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
[data-signed] { overflow-wrap: anywhere; }
`
