/**
 * The one program that makes a PDF of a text. It is always the same; title and words come as data in `sys.inputs`, are shown
 * as strings, and what is a sign of this language in them stays a sign.
 */
export const template = `
#let d = json(bytes(sys.inputs.data))
#let serif = ("Literata", "Libertinus Serif")
#let sans = ("Atkinson Hyperlegible Next", "Libertinus Serif")
#let soft = luma(35%)

#set document(title: d.title, author: if d.letterhead == none { () } else { (d.letterhead.group,) })
#set text(lang: d.language, font: serif, size: 11pt, hyphenate: true)
#set par(leading: 0.72em, spacing: 1.05em)
#set par.line(numbering-scope: "page")
#set page(
  paper: "a4",
  flipped: d.wide,
  margin: (top: 25mm, bottom: 24mm, left: 25mm, right: 20mm),
  header: context if counter(page).get().first() > 1 {
    text(font: sans, size: 8.5pt, fill: soft, d.title)
  },
  footer: context {
    set text(font: sans, size: 8.5pt, fill: soft)
    grid(columns: (1fr, auto), d.running, [#d.said.page #counter(page).display() #d.said.pageOf #counter(page).final().first()])
  },
)
#show heading: set text(font: sans)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 11pt)
#show title: set text(font: sans, size: 21pt)
#show title: set par(leading: 0.5em)
#show link: it => underline(offset: 2pt, stroke: 0.4pt, it)
#set footnote.entry(separator: line(length: 30%, stroke: 0.5pt))
#show footnote.entry: set text(size: 9pt)
#set list(marker: ([•], [◦], [–]), indent: 0.4em)
#set enum(indent: 0.4em)
#show list: set list(spacing: 0.95em)
#show enum: set enum(spacing: 0.95em)
#set table(stroke: 0.5pt + luma(50%), inset: (x: 5pt, y: 5pt))
#show table: set par.line(numbering: none)
#show table: set par(leading: 0.55em, spacing: 0.7em)
#show table: set text(size: if d.wide { 9pt } else { 10pt })

#let inline(parts) = for x in parts {
  if x.k == "br" { linebreak() } else if x.k == "fn" { footnote(inline(x.c)) } else {
    let c = text(x.t)
    if x.at("i", default: false) { c = emph(c) }
    if x.at("b", default: false) { c = strong(c) }
    if x.at("change", default: none) == "inserted" { c = underline(stroke: 0.8pt, offset: 2.5pt, c) }
    if x.at("change", default: none) == "deleted" { c = strike(c) }
    if x.at("href", default: none) != none { c = link(x.href, c) }
    c
  }
}

#let tick(done) = {
  let frame = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12'><rect x='1' y='1' width='10' height='10' fill='none' stroke='black'/>"
  let sign = if done { "<path d='M3 6l2.5 2.5L9.5 3.5' fill='none' stroke='black' stroke-width='1.5'/>" } else { "" }
  box(baseline: 1pt, image(bytes(frame + sign + "</svg>"), format: "svg", width: 0.8em, alt: if done { d.said.done } else { d.said.open }))
}

#let picture(x) = layout(size => {
  let share = calc.min(1, size.width / (x.w * 1pt), 200mm / (x.h * 1pt))
  let drawn = image(x.path, width: x.w * share * 1pt, height: x.h * share * 1pt, alt: if x.decorative { none } else { x.alt })
  if x.decorative { pdf.artifact(drawn) } else { drawn }
})

#let blocks(parts) = for x in parts {
  if x.k == "p" { par(inline(x.c)) }
  else if x.k == "h" { heading(level: x.level, inline(x.c)) }
  else if x.k == "ul" { list(..x.items.map(item => blocks(item.c))) }
  else if x.k == "ol" { enum(start: x.start, ..x.items.map(item => blocks(item.c))) }
  else if x.k == "tl" { list(marker: none, ..x.items.map(item => grid(columns: (1.4em, 1fr), tick(item.done), blocks(item.c)))) }
  else if x.k == "q" { block(inset: (left: 1em, right: 1em), stroke: (left: 1.5pt + luma(60%)), quote(block: false, quotes: false, blocks(x.c))) }
  else if x.k == "hr" { line(length: 100%, stroke: 0.5pt + luma(50%)) }
  else if x.k == "pb" { pagebreak(weak: true) }
  else if x.k == "img" { block(picture(x)) }
  else if x.k == "tb" {
    let cell(c) = table.cell(x: c.x, y: c.y, colspan: c.cs, rowspan: c.rs, fill: if c.head { luma(93%) }, {
      if c.head { strong(blocks(c.c)) } else { blocks(c.c) }
    })
    let head = x.cells.filter(c => c.y < x.heads).map(cell)
    let rest = x.cells.filter(c => c.y >= x.heads).map(cell)
    set text(hyphenate: x.hyphenate)
    show table.cell: set block(breakable: not d.wide)
    table(columns: x.widths.map(w => w * 1fr), ..if x.heads > 0 { (table.header(repeat: x.repeated, ..head),) }, ..rest)
  }
}

#if d.letterhead != none {
  set text(font: sans, size: 9pt)
  set par(spacing: 0.5em)
  for l in d.letterhead.sender { par(l) }
  par(strong(d.letterhead.group))
  v(10mm)
}
#title()
#if d.about.len() > 0 {
  set text(font: sans, size: 9.5pt, fill: soft)
  set par(spacing: 0.55em)
  for l in d.about { par(l) }
}
#v(4mm)
#if d.hasContents { outline(title: d.said.contents, depth: 2); v(6mm) }
#set par.line(numbering: n => if calc.rem(n, 5) == 0 { pdf.artifact(text(font: sans, size: 7.5pt, fill: soft, str(n))) }) if d.numberedLines
#blocks(d.body)
#set par.line(numbering: none)
#if d.checksum != none {
  v(8mm)
  text(font: sans, size: 7.5pt, fill: soft, d.said.checksum + " " + d.checksum)
}
`
