/* What the clipboard holds after copying, cut down to one of each thing. */

const wordHead = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><title>An answer</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>`

export const wordProse = `${wordHead}
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<h1 style='margin-top:0cm'><span lang=EN-US style='mso-fareast-font-family:"Times New Roman";font-weight:normal'>What I
would say<o:p></o:p></span></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'>You are <b style='mso-bidi-font-weight:normal'>right</b>, it was <i
style='mso-bidi-font-style:normal'>two</i>.<span style='mso-spacerun:yes'>  </span>The text went out at&nbsp;half
eight, <span class=GramE>and you</span> were on the bus.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><b><i><span style='color:red'>And that was ours.</span></i></b><o:p></o:p></p>
<!--EndFragment-->
</body></html>`

const bullet = (sign: string) =>
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>`

export const wordLists = `${wordHead}<body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal>Before the session:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${bullet('·')}read the
diary<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'>${bullet('o')}who cancelled what<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${bullet('·')}ask the team<o:p></o:p></p>
<p class=MsoNormal>In the session:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>${bullet('1.')}validate<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>${bullet('2.')}explore<o:p></o:p></p>
<p class=MsoNormal>A remark in between.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>${bullet('3.')}own my part<o:p></o:p></p>
<!--EndFragment--></body></html>`

const strippedItem = (number: string, words: string) =>
  `<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;
mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span lang="EN-US" style="mso-bidi-font-size:12.0pt">${number}<span
style="font-variant-numeric: normal; font-size: 7pt;">&nbsp;&nbsp;&nbsp; </span></span><!--[endif]--><span>${words}<o:p></o:p></span></p>`

export const chromeWithoutWordStyles = strippedItem('1.', 'first') + strippedItem('2.', 'second')

export const wordReview = `${wordHead}<body><!--StartFragment-->
<p class=MsoNormal>She waited<del cite="mailto:reviewer" datetime="2026-01-05T10:00"> for Callum Reid</del> at the <span
style='display:none;mso-hide:all'>hidden name</span>door.<span class=MsoCommentReference><span style='font-size:8.0pt'><a
style='mso-comment-reference:AB_1'></a><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1" name="_msoanchor_1">[AB1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span><o:p></o:p></p>
<!--EndFragment-->
<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div style='mso-element:comment'><p
class=MsoCommentText>Who is this?</p></div></div>
</body></html>`

export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f9a1b2c-7fff-abcd-1234-56789abcdef0"><h1
dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;white-space:pre-wrap;">Why this</span></h1><p
dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">He is </span><span
style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">upset</span><span style="font-weight:400;"> and </span><span
style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;">still thinking</span><span style="font-weight:400;">.</span></p><br /><ul
style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>the number</span></p></li><ul><li
dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>was wrong</span></p></li></ul><li dir="ltr" aria-level="1"><p
dir="ltr" role="presentation"><span>the diary</span></p></li></ul></b><br class="Apple-interchange-newline">`

export const webPage = `<h4 onclick="alert(1)">Not knowing</h4><script>alert(1)</script>
<p>See <a href="https://example.org">the paper</a> of 2010.<img src="https://example.org/p.gif" alt="pixel"></p>
<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table><input value="secret">
<blockquote><p>You said third.</p></blockquote><p>First line<br>second line</p>`
