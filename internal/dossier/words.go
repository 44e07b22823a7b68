package dossier

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Cited is a document as papers cite it: "Quyết định số 318/QĐ-TTg ngày 08 tháng 3 năm
// 2022".
func Cited(doc criteria.Document) string {
	text := "Quyết định số " + doc.Number
	if !doc.Date.IsZero() {
		text += " " + vi.LongDate(doc.Date.Time)
	}
	return text
}

// subject is what the dossier asks for.
func (d *dossier) subject() string {
	return fmt.Sprintf("Hồ sơ đề nghị xét, công nhận xã %s đạt chuẩn %s năm %d", d.a.Commune.Name,
		d.top().Level.Title(), d.a.Year)
}

// footerRoom is how long a commune's name may be at the foot of a page, beside the page's
// number.
const footerRoom = 40

// footer names the commune and a level at the foot of a page.
func (d *dossier) footer(l *assess.Level) string {
	name := []rune(d.a.Commune.Name)
	if len(name) > footerRoom {
		name = append(name[:footerRoom-1:footerRoom-1], '…')
	}
	return fmt.Sprintf("Xã %s – %s năm %d", string(name), l.Level.Title(), d.a.Year)
}

// portrait and landscape are pages that carry the commune and the level the
// dossier asks for.
func (d *dossier) portrait() draw.Page  { return draw.Page{Footer: d.footer(d.top())} }
func (d *dossier) landscape() draw.Page { return draw.Page{Footer: d.footer(d.top()), Landscape: true} }

// annexSize is the size of letters in the dossier's tables, in points: eleven columns of
// words then fit a page in few lines.
const annexSize = 10

// begin is a sheet under its heading and the commune's name.
func (d *dossier) begin(name string, page draw.Page, heading string, proportions ...float64) *draw.Sheet {
	s := draw.NewSheet(name, page, proportions...)
	s.Size, s.Fitted = annexSize, true
	d.head(s, heading)
	return s
}

// head is the heading of a sheet, and the commune's name.
func (d *dossier) head(s *draw.Sheet, heading string) {
	s.Line(heading, look.Title)
	s.Line(vi.Capital(d.a.Commune.Title()), look.Subtitle)
}

// signedByCommittee and signedByFront have a table signed by who drew it up and who answers
// for it.
func signedByCommittee(s *draw.Sheet) {
	look.Signed(s, look.Signer{As: "NGƯỜI LẬP BIỂU"},
		look.Signer{As: "TM. ỦY BAN NHÂN DÂN", Office: "CHỦ TỊCH", Sealed: true})
}

func signedByFront(s *draw.Sheet) {
	look.Signed(s, look.Signer{As: "NGƯỜI LẬP BIỂU"},
		look.Signer{As: "TM. BAN THƯỜNG TRỰC\nỦY BAN MTTQ VIỆT NAM", Office: "CHỦ TỊCH", Sealed: true})
}
