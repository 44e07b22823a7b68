package papers

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// Proposal is what a council votes on for one commune.
type Proposal struct {
	Commune string // its full title: "xã Quảng Trung, huyện …, tỉnh Thanh Hóa"
	Level   criteria.Level
	Year    int // for which it is to be recognised
	Signed  int // the year that the papers bear, 0 where it is written by hand
	Rules   council.Rules
}

// The names of the sheets.
const (
	BallotName = "Phiếu biểu quyết"
	TallyName  = "Biên bản kiểm phiếu"
)

const choiceSpan = 2 // columns of each box of the ballot

// head is the letterhead of the province where the commune's title ends.
func (p *Proposal) head(s *draw.Sheet) {
	councilHead(s, strings.TrimSpace(p.Commune[strings.LastIndex(p.Commune, ",")+1:]), p.Signed)
}

// words are what the council is asked.
func (p *Proposal) words() string {
	return fmt.Sprintf("công nhận %s đạt chuẩn %s năm %d", p.Commune, p.Level.Title(), p.Year)
}

// Ballot is the sheet Phiếu biểu quyết: a blank ballot for each member. The vote
// is secret, so nobody signs it.
func Ballot(p *Proposal) *draw.Sheet {
	s := draw.NewSheet(BallotName, draw.Page{Single: true}, councilGrid...)
	p.head(s)
	s.Gap(40)
	s.Line("PHIẾU BIỂU QUYẾT", look.Title)
	s.Line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", p.Level.Title(), p.Year), look.Subtitle)
	s.Gap(24)
	question := s.Columns() - 2*choiceSpan
	head, choice := look.Head, look.Body.Centred()
	head.Size, choice.Size = 13, 13
	s.Add(draw.Text("Nội dung biểu quyết", head).Over(question), draw.Text("Đồng ý", head).Over(choiceSpan),
		draw.Text("Không đồng ý", head).Over(choiceSpan))
	box := draw.Blank(choice).Over(choiceSpan).ByHand()
	tall(s, s.Add(draw.Text("Đề nghị "+p.words(), choice).Over(question), box, box), 110)
	s.Gap(6)
	s.Line("Đánh dấu X vào một trong hai ô. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.", look.Remark)
	s.Gap(24)
	s.Line("Lý do (nếu không đồng ý) và ý kiến khác:", look.Plain)
	s.Gap(22)
	for range 5 { // lines to write on
		s.AddTall(24, draw.Blank(draw.Look{Ruled: true}).Over(s.Columns()).ByHand())
	}
	return s
}

// Tally is the sheet Biên bản kiểm phiếu: blank minutes that count the votes as the
// numbers are filled in, and hold them against the council's rules. A rule that is
// not known, or that nobody has checked, is a cell to fill in: until then the
// chairman concludes.
func Tally(p *Proposal) *draw.Sheet {
	s := draw.NewSheet(TallyName, draw.Page{Single: true}, councilGrid...)
	s.Locked = look.Locked
	p.head(s)
	s.Gap(8)
	s.Line("BIÊN BẢN KIỂM PHIẾU", look.Title)
	s.Line("Biểu quyết đề nghị "+p.words(), look.Subtitle)
	s.Gap(10)
	t := &tally{Sheet: s}
	t.writing("Thời gian, địa điểm: …………………………………………………………")
	t.writing("Tổ kiểm phiếu: ………………………………………………………………")
	s.Gap(8)
	t.attendance(&p.Rules.Quorum)
	t.votes(&p.Rules.Proposal)
	s.Gap(4)
	t.writing("Ý kiến khác: …………………………………………………………………")
	signatures(s, "thư ký")
	return s
}
