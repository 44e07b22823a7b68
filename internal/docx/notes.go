package docx

import "ntm/internal/document"

// endnote stands before the marks of endnotes, which are numbered as footnotes are.
const endnote = "e"

// readNotes reads the texts of the notes of a part, footnotes or endnotes, by their marks.
func (a *archive) readNotes(name, before string, like *body, into *document.Document) error {
	b := &body{styles: like.styles, lists: like.lists, budget: like.budget}
	return a.each(name, func(x *xmlReader, e element) {
		if e.name != "w:footnote" && e.name != "w:endnote" || e.attr("type") != "" && e.attr("type") != "normal" {
			return
		}
		var f flow
		b.xml = x
		b.blocks(&f)
		var all document.Cell
		if all.Fill(f.blocks, nil); all.Text != "" {
			if into.Notes == nil {
				into.Notes = map[string]string{}
			}
			into.Notes[before+e.attr("id")] = all.Text
		}
	})
}
