package dossier

import (
	"fmt"
	"strings"
	"time"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// The cover's grid: the issuing body at the left, the nation's name at the
// right, each over three columns, the middle one as wide as the rule below the
// words, and a column between them.
const (
	coverSide  = 3
	coverWhole = 2*coverSide + 1
)

// cover is the sheet Bìa: the head of a document by Nghị định 30/2020, what is
// asked for, and where the chairman signs.
func (d *dossier) cover() *draw.Sheet {
	s := draw.NewSheet("Bìa", draw.Page{Single: true}, 55, 75, 55, 6, 49, 178, 49)
	look.Letterhead{
		Left: [3]int{1, 1, 1}, Right: [3]int{1, 1, 1}, Above: "ỦY BAN NHÂN DÂN", Issuer: "xã " + d.a.Commune.Name,
		Place: d.a.Commune.Name, Year: d.signed(), Day: d.day(),
	}.On(s)
	s.Gap(110)
	d.request(s)
	if why := d.a.Criteria.NationOnly; why != "" {
		s.Gap(20)
		s.Line("Chú ý: "+why+".", look.Remark.InBold())
	}
	for i := range d.a.Levels {
		if denied := d.a.Levels[i].Denied(); denied != "" {
			s.Gap(20)
			s.Line(vi.Capital(denied)+".", look.Remark.InBold())
		}
	}
	if d.a.Draft {
		s.Gap(40)
		d.warnDraft(s)
	}
	s.Gap(80)
	d.signature(s)
	return s
}

// signed is the year that the papers bear: that of their making, as long as that may be
// the one in which they are signed; 0 leaves it to the pen. A dossier of an earlier year
// that is made anew is not signed today.
func (d *dossier) signed() int {
	if at := d.At.Year(); at == d.a.Year || at == d.a.Year+1 {
		return at
	}
	return 0
}

// day is the day that the cover bears, where somebody said it: the day of a program's run is
// not that of signing.
func (d *dossier) day() (none time.Time) {
	if d.Dated && d.signed() > 0 {
		return d.At
	}
	return none
}

// request is what the dossier asks for, and which other levels it reports on.
func (d *dossier) request(s *draw.Sheet) {
	big := look.Title
	big.Size = 18
	name := vi.Capital(d.a.Commune.Title())
	s.AddTall(30, draw.Text("HỒ SƠ", big).Over(coverWhole))
	s.AddTall(26, draw.Text("ĐỀ NGHỊ XÉT, CÔNG NHẬN XÃ ĐẠT CHUẨN", look.Title).Over(coverWhole))
	s.AddTall(26, draw.Text(fmt.Sprintf("%s NĂM %d", strings.ToUpper(d.top().Level.Title()), d.a.Year),
		look.Title).Over(coverWhole))
	s.Gap(30)
	s.Line(name, look.Subtitle)
	s.Gap(20)
	s.Line("Kèm theo kết quả tự đánh giá theo:", look.Remark)
	for i := range d.a.Levels {
		s.Line(vi.Capital(d.a.Levels[i].Rules.Name), look.Remark)
	}
}

// warnDraft says in a box that the dossier is a draft, and why.
func (d *dossier) warnDraft(s *draw.Sheet) {
	box := draw.Look{Size: 13, Box: draw.Black, Across: "center", Down: "center"}
	reason := vi.Capital(assess.Unsettled(d.a.Levels...)) + " (xem tờ “Căn cứ pháp lý”). Chưa dùng để trình hội " +
		"đồng thẩm định."
	framed := func(c draw.Cell) {
		s.Add(draw.Blank(look.Plain), c.Over(coverWhole-2), draw.Blank(look.Plain))
	}
	strong := box.InBold()
	strong.Size = 18
	framed(draw.Text(DraftMark, strong))
	framed(draw.Text(reason, box))
}

func (d *dossier) signature(s *draw.Sheet) {
	right := func(height float64, words string, l draw.Look) {
		s.AddTall(height, draw.Blank(look.Plain).Over(coverSide), draw.Blank(look.Plain),
			draw.Text(words, l).Over(coverSide))
	}
	right(20, "TM. ỦY BAN NHÂN DÂN", look.Subtitle)
	right(20, "CHỦ TỊCH", look.Subtitle)
	right(18, "(Ký, ghi rõ họ tên, đóng dấu)", look.Remark)
}
