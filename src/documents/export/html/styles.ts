/** Enough to be read and printed well by itself; a website that takes the text over has styles of its own. */
export const styles = `
:root { color-scheme: light; }
body { margin: 0; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; }
main, footer { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1, h2, h3, h4 { line-height: 1.25; }
.sender, .about, footer { font-family: system-ui, sans-serif; font-size: 0.9rem; color: #444; overflow-wrap: anywhere; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #888; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #777; padding: 0.3rem 0.6rem; text-align: start; vertical-align: top; }
th { background: #f0f0f0; }
:is(td, th, li) > p { margin: 0.2rem 0; }
.tasks { list-style: none; padding-inline-start: 0.2rem; }
.tasks > li > p { display: inline; }
img { max-width: 100%; height: auto; }
figure { margin: 1rem 0; }
.page-break { border: 0; border-block-start: 1px dashed #aaa; }
@page { size: A4; margin: 25mm 20mm; }
@media print {
  main, footer { max-width: none; padding: 0; }
  .page-break { break-after: page; border: 0; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
}
`
