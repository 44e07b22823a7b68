package docx

import "ntm/internal/document"

// endnote stands before the marks of endnotes, which are numbered as footnotes are.
const endnote = "e"

// readNotes reads the texts of the notes of a part, footnotes or endnotes, by their marks.
func (a *archive) readNotes(name, before string, like *body, into *document.Document) error {
	x, err := a.xml(name)
	if err != nil {
		return err
	}
	b := &body{xml: x, styles: like.styles, lists: like.lists, budget: like.budget}
	return x.close(x.elements(func(element) error {
		return x.children(func(e element) error {
			if e.name != "w:footnote" && e.name != "w:endnote" || e.attr("type") != "" && e.attr("type") != "normal" {
				return x.skip()
			}
			var f flow
			if err := b.blocks(&f); err != nil {
				return err
			}
			if text, _, _ := f.words(); text != "" {
				if into.Notes == nil {
					into.Notes = map[string]string{}
				}
				into.Notes[before+e.attr("id")] = text
			}
			return nil
		})
	}))
}
