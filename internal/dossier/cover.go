package dossier

import (
	"cmp"
	"fmt"
	"strings"
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
func (d *dossier) cover() *sheet {
	s := newSheet("Bìa", page{single: true}, 55, 75, 55, 6, 49, 178, 49)
	letterhead{
		left: [3]int{1, 1, 1}, right: [3]int{1, 1, 1}, above: "ỦY BAN NHÂN DÂN", issuer: "xã " + d.a.Commune.Name,
		place: d.a.Commune.Name, year: d.At.Year(),
	}.on(s)
	s.gap(110)
	d.request(s)
	if d.a.Draft {
		s.gap(40)
		d.warnDraft(s)
	}
	s.gap(80)
	d.signature(s)
	return s
}

// request is what the dossier asks for, and which other levels it reports on.
func (d *dossier) request(s *sheet) {
	big := title
	big.size = 18
	name := sentence(d.a.Commune.Title)
	s.addTall(30, text("HỒ SƠ", big).over(coverWhole))
	s.addTall(26, text("ĐỀ NGHỊ XÉT, CÔNG NHẬN XÃ ĐẠT CHUẨN", title).over(coverWhole))
	s.addTall(26, text(fmt.Sprintf("%s NĂM %d", strings.ToUpper(d.top().Level.Title()), d.a.Year), title).over(coverWhole))
	s.gap(30)
	s.line(name, subtitle)
	s.gap(20)
	s.line("Kèm theo kết quả tự đánh giá theo:", remark)
	for i := range d.a.Levels {
		s.line(sentence(d.a.Levels[i].Rules.Name), remark)
	}
}

// warnDraft says in a box that the dossier is a draft, and why.
func (d *dossier) warnDraft(s *sheet) {
	box := look{size: 13, boxed: true, across: "center", down: "center"}
	reason := fmt.Sprintf("Hồ sơ còn %s chưa được đối chiếu với văn bản quy định (xem tờ “Căn cứ pháp lý”); chưa dùng để trình hội đồng thẩm định.",
		cmp.Or(toCheck(d.a.Levels...), "căn cứ"))
	framed := func(c cell) {
		s.add(blank(plain), c.over(coverWhole-2), blank(plain))
	}
	strong := box.inBold()
	strong.size = 18
	framed(text(draftMark, strong))
	framed(text(reason, box))
}

func (d *dossier) signature(s *sheet) {
	for _, words := range []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"} {
		s.addTall(20, blank(plain).over(coverSide), blank(plain), text(words, subtitle).over(coverSide))
	}
	s.addTall(18, blank(plain).over(coverSide), blank(plain), text("(Ký, ghi rõ họ tên, đóng dấu)", remark).over(coverSide))
}
