package read

import (
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// loadWorkbook reads all of a workbook but its sheets.
func (b *Book) loadWorkbook(r io.ReaderAt, size int64) error {
	var err error
	if b.parts, err = openArchive(r, size); err != nil {
		return err
	}
	if err := b.refuseForeign(); err != nil {
		return err
	}
	root, err := b.relations("")
	if err != nil {
		return err
	}
	main, err := root.only("officeDocument")
	if err != nil {
		return err
	}
	related, err := b.relations(main)
	if err != nil {
		return err
	}
	if err := b.loadSheets(main, related); err != nil {
		return err
	}
	for _, to := range related {
		b.Linked = b.Linked || to.kind == "externalLink" || to.kind == "connections"
	}
	if err := b.loadPart(related, "sharedStrings", b.loadStrings); err != nil {
		return err
	}
	return b.loadPart(related, "styles", b.loadStyles)
}

// loadPart loads a part that may be left out; some programs name it even then.
func (b *Book) loadPart(related relations, kind string, load func(name string) error) error {
	name, err := related.only(kind)
	if err != nil || b.parts.parts[name] == nil {
		return err
	}
	return load(name)
}

// refuseForeign tells an archive that is another kind of document.
func (b *Book) refuseForeign() error {
	has := func(name string) bool { return b.parts.parts[name] != nil }
	const contentTypes = "[content_types].xml"
	switch {
	case has("mimetype"):
		return errOpenDoc
	case has("word/document.xml"):
		return errWord
	case has("ppt/presentation.xml"):
		return errSlides
	case has("xl/workbook.bin"):
		return errBinary
	case has("xl/vbaproject.bin"):
		return errMacros
	case !has(contentTypes):
		return errForeign
	}
	return b.parts.walk(contentTypes, "Types", func(_ *document, e xml.StartElement) error {
		if strings.Contains(strings.ToLower(attribute(e, "ContentType")), "macroenabled") {
			return errMacros
		}
		return nil
	})
}

// relation says where a part's relation leads, and by its last word what it is.
type relation struct{ kind, part string }

type relations map[string]relation // by their ids

// outside stands before the kind of a relation that leads out of the file.
const outside = "external "

// only is the part that the one relation of a kind leads to, "" without one.
func (all relations) only(kind string) (part string, err error) {
	for _, to := range all {
		if to.kind == kind {
			if part != "" {
				return "", errDamaged
			}
			part = to.part
		}
	}
	return part, nil
}

// relations reads those of a part; the part "" is the archive.
func (b *Book) relations(of string) (relations, error) {
	folder, name := path.Split(of)
	all := relations{}
	part := folder + "_rels/" + name + ".rels"
	return all, b.parts.walk(part, "Relationships", func(_ *document, e xml.StartElement) error {
		if len(all) == maxParts {
			return errParts
		}
		to := relation{kind: path.Base(attribute(e, "Type")), part: partName(folder, attribute(e, "Target"))}
		if attribute(e, "TargetMode") == "External" {
			to = relation{kind: outside + to.kind}
		}
		if id := attribute(e, "Id"); id != "" {
			all[id] = to
		}
		return nil
	})
}

// loadSheets lists the sheets of cells; charts on a sheet of their own are
// only named.
func (b *Book) loadSheets(main string, related relations) error {
	sheet := func(e xml.StartElement) error {
		s := &Sheet{Name: attribute(e, "name"), book: b}
		state := attribute(e, "state")
		s.Hidden = state == "hidden" || state == "veryHidden"
		switch to := related[relationID(e)]; to.kind {
		case "worksheet":
			s.part = to.part
			b.Sheets = append(b.Sheets, s)
		case "chartsheet", "dialogsheet":
			b.Others = append(b.Others, s.Name)
		case "xlMacrosheet", "xlIntlMacrosheet":
			return errMacros
		default:
			return errDamaged // else a sheet would be lost without a word
		}
		if len(b.Sheets) > maxSheets {
			return errSheets
		}
		return nil
	}
	err := b.parts.walk(main, "workbook", func(d *document, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.Uses1904 = isTrue(attribute(e, "date1904"))
		case "sheets":
			return d.children("sheets", sheet)
		case "definedNames":
			return d.children("definedNames", only("definedName", func(e xml.StartElement) error {
				return b.loadName(d, e)
			}))
		}
		return nil
	})
	if err == nil && len(b.Sheets) == 0 {
		err = errNoSheet
	}
	return err
}
