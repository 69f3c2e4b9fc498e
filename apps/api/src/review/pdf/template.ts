/** How the pack is set, in Typst. What it says comes as JSON, as strings, so no word of it is ever read as markup. */
export const template = `
#let pack = json(bytes(sys.inputs.pack))
#let accent = rgb("#12436D")
#let ink = rgb("#0b0c0c")
#let quiet = rgb("#484f54")
#let rule = rgb("#b1b4b6")

// A text, or the pieces of one whose long words may be broken between them: a line breaks at a gap, however small.
#let say(value) = if type(value) == array { value.join(h(0.001pt)) } else { value }

#set document(
  title: pack.title, author: pack.author, description: pack.subtitle,
  date: datetime(year: pack.date.at(0), month: pack.date.at(1), day: pack.date.at(2)),
)
#set text(font: pack.fonts, fallback: false, lang: "en", region: "GB", size: 11.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em)
#set list(indent: 2pt, body-indent: 9pt, spacing: 0.8em, marker: text(fill: accent)[•])
#set strong(delta: 200)
#let small(size: 9pt, body) = text(size: size, fill: quiet, body)
#let marking = text(size: 9pt, weight: 700, tracking: 0.06em)[OFFICIAL]

#set page(
  paper: "a4", numbering: "1", margin: (x: 22mm, top: 30mm, bottom: 26mm),
  header-ascent: 10mm, footer-descent: 9mm,
  header: { small(pack.title); h(1fr); marking },
  footer: {
    line(length: 100%, stroke: 0.5pt + rule)
    v(-4pt)
    small(pack.author); h(1fr); small(context counter(page).display("1 of 1", both: true))
  },
)

#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  block(below: 20pt, text(size: 26pt, weight: 700, fill: accent, it.body))
}
#show heading.where(level: 2): it => block(
  above: 30pt, below: 13pt, sticky: true, text(size: 16pt, weight: 700, fill: accent, it.body),
)

#show figure: set align(left)
#show figure: set block(above: 20pt, below: 24pt)
#show figure.where(kind: table): set block(breakable: true)
#set figure(gap: 9pt)
#show figure.caption: it => block(sticky: true, text(size: 11.5pt, weight: 600, {
  it.supplement; [ ]; context it.counter.display(it.numbering); [: ]; it.body
}))
#show table.cell: set text(size: 9.5pt)
#show table.cell: set par(leading: 0.5em)
#show table.cell.where(y: 0): set text(weight: 600)

#let headline(it) = block(
  above: 0pt, below: 22pt, inset: (left: 14pt, y: 5pt), stroke: (left: 4pt + accent),
  par(text(size: 17pt, weight: 600, say(it.sentence))),
)

#let figures(it) = block(breakable: false, above: 18pt, below: 26pt, grid(
  columns: it.items.map(_ => 1fr), column-gutter: 16pt,
  ..it.items.map(one => block(width: 100%, stroke: (top: 2.5pt + accent), inset: (top: 10pt), {
    set par(leading: 0.5em, spacing: 9pt)
    block({
      set text(size: 34pt, weight: 700, fill: accent)
      set par(leading: 0.3em)
      par(say(one.figure))
    })
    par(text(size: 11pt, say(one.text)))
    if "change" in one { par(small(size: 10pt, say(one.change))) }
  })),
))

#let chart(it) = figure(
  kind: "chart", supplement: [Chart],
  caption: figure.caption(position: top, say(it.title)),
  {
    block(above: 0pt, below: 14pt, par(say(it.description)))
    image(bytes(it.svg), format: "svg", width: it.width * 100%, alt: it.alt)
  },
)

#let data-table(it) = {
  set table.cell(breakable: it.breakable)
  show table.cell.where(x: 0): set text(weight: if it.headerColumn { 600 } else { 400 })
  figure(
    kind: table, supplement: [Table],
    caption: figure.caption(position: top, say(it.caption)),
    table(
      columns: it.columns.map(one => one.width * 1pt),
      align: (x, y) => {
        let across = if it.columns.at(x).type == "number" { right } else { left }
        across + if y == 0 { bottom } else { top }
      },
      stroke: (_, y) => (bottom: if y == 0 { 1.5pt + accent } else { 0.5pt + rule }),
      inset: (x, _) => (
        left: if x == 0 { 0pt } else { 4pt },
        right: if x == it.columns.len() - 1 { 0pt } else { 4pt },
        y: 5pt,
      ),
      table.header(..it.columns.map(one => say(one.header))),
      ..it.rows.map(row => row.map(say)).flatten(),
    ),
  )
}

#let set-block(it) = {
  if it.kind == "headline" { headline(it) }
  else if it.kind == "figures" { figures(it) }
  else if it.kind == "paragraphs" { for one in it.items { par(say(one)) } }
  else if it.kind == "bullets" { list(..it.items.map(say)) }
  else if it.kind == "definitions" {
    terms(
      separator: linebreak(), hanging-indent: 0pt, spacing: 1.1em,
      ..it.items.map(((term, meaning)) => terms.item(say(term), say(meaning))),
    )
  }
  else if it.kind == "entries" {
    set text(size: 9pt)
    set par(leading: 0.45em)
    columns(2, gutter: 9mm, terms(
      separator: linebreak(), hanging-indent: 0pt, spacing: 8pt,
      ..it.items.map(((name, rest)) => terms.item(say(name), say(rest))),
    ))
  }
  else if it.kind == "chart" { chart(it) }
  else if it.kind == "table" { data-table(it) }
  else if it.kind == "notes" {
    set par(spacing: 0.7em)
    block(above: 14pt, below: 20pt, for one in it.items { par(small(size: 9.5pt, say(one))) })
  }
}

#page(margin: 0pt, header: none, footer: none, {
  block(width: 100%, height: 158mm, fill: accent, inset: (x: 22mm, top: 24mm, bottom: 0pt), below: 0pt, {
    set text(fill: white)
    grid(columns: (1fr, auto), text(weight: 600, size: 12pt, pack.author), text(fill: white, marking))
    v(30mm)
    // What follows a colon is the lesser half: "Progress of government services: Q2 2026-27".
    let (first, ..rest) = pack.title.split(": ")
    title({
      set text(size: 42pt, weight: 700)
      set par(leading: 0.32em)
      first
      if rest.len() > 0 {
        text(size: 1pt, fill: accent)[: ]
        linebreak()
        text(size: 21pt, weight: 600, top-edge: 1.7em, rest.join(": "))
      }
    })
    v(5mm)
    par(text(size: 13pt, pack.subtitle))
    // Four steps, each higher: the way of a service.
    place(bottom + right, dx: 22mm, pdf.artifact(grid(
      columns: 4 * (18mm,), align: bottom,
      ..(6, 13, 21, 30).map(height => rect(width: 100%, height: height * 1mm, fill: white.transparentize(100% - height * 0.75%))),
    )))
  })
  block(width: 100%, inset: (x: 22mm, top: 15mm), {
    set par(leading: 0.5em)
    grid(
      columns: (42mm, 1fr), row-gutter: 0pt, inset: (x: 0pt, y: 7pt), stroke: (bottom: 0.5pt + rule),
      ..pack.facts.map(((label, value)) => (text(weight: 600, size: 10.5pt, say(label)), text(size: 10.5pt, say(value)))).flatten(),
    )
  })
})

#{
  show outline.entry.where(level: 1): set block(above: 15pt)
  show outline.entry.where(level: 1): set text(weight: 600)
  set outline.entry(fill: text(fill: rule, repeat(gap: 4pt)[.]))
  outline(title: [Contents], depth: 2, indent: 14pt)
}

#for section in pack.sections {
  heading(level: section.level, say(section.heading))
  for one in section.blocks { set-block(one) }
}
`;
