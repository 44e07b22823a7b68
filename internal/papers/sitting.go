package papers

import (
	"fmt"
	"io"
	"time"

	"ntm/internal/council"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// The papers of a council's sitting over many communes: the ballot that each member
// is handed, and the sheet for a show of hands. Both are filled in and read back
// (sitting_read.go); the minutes are in minutes.go.

const handsName = "Biểu quyết giơ tay"

// issuer is who hands the papers of a sitting out.
const issuer = "Hội đồng thẩm định"

// The columns of councilGrid that a row of a ballot takes: number, commune, for,
// against, reason.
const (
	caseSpan   = 3
	forSpan    = 2
	reasonSpan = 2

	forColumn     = 2 + caseSpan
	againstColumn = forColumn + forSpan
	reasonColumn  = againstColumn + 1
)

var tick = &draw.Rule{Kind: draw.Choice, Words: []string{"x"}, Title: "Chưa đúng", Refuse: "Đánh dấu x, hoặc để trống."}

// sittingSheet is a paper of the sitting, and where its entries and its number are.
type sittingSheet struct {
	*draw.Sheet
	first    int    // row of the first case
	numbered string // cell of the ballot's number
}

// noYear stands on papers that are printed before the day of the sitting is known.
const noYear = 0

// sheetOf begins a paper that is filled in.
func sheetOf(c *council.Council, name, heading string) *sittingSheet {
	s := &sittingSheet{Sheet: draw.NewSheet(name, draw.Page{Footer: c.Name}, councilGrid...)}
	s.Locked = look.Locked
	sittingHead(s.Sheet, c, noYear, 16, heading)
	s.Gap(12)
	return s
}

// heads are the heads of the columns for number, commune and votes, and of others.
func (s *sittingSheet) heads(others ...draw.Cell) {
	cells := look.Over(look.Heads("TT", "Xã", "Đồng ý", "Không đồng ý"), 1, caseSpan, forSpan)
	s.Head.Row = s.AddHead(append(cells, others...)...)
	s.first = s.Head.Row + 1
}

// of is the cells that name a case.
func of(i int, one *council.Case) []draw.Cell {
	return []draw.Cell{look.Mid(fmt.Sprint(i + 1)),
		look.Text(vi.Join("; ", vi.Capital(one.Title), one.Note)).Over(caseSpan)}
}

// blankBallot is a ballot with the number, which is all that tells it from another.
func blankBallot(c *council.Council, cases []council.Case, number string) *sittingSheet {
	s := sheetOf(c, BallotName, "PHIẾU BIỂU QUYẾT")
	s.heads(draw.Text("Lý do (nếu không đồng ý)", look.Head).Over(reasonSpan))
	reason := draw.Blank(draw.Look{Box: draw.Black, Open: true}).Over(reasonSpan)
	for i := range cases {
		row := s.Add(append(of(i, &cases[i]), draw.Blank(look.Trial).Over(forSpan), draw.Blank(look.Trial), reason)...)
		tall(s.Sheet, row, 34)
		s.Take(tick, draw.Ref(forColumn, row), draw.Ref(againstColumn, row))
	}
	s.Gap(8)
	s.Line("Đánh dấu x vào một trong hai ô của mỗi xã. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.",
		look.Remark)
	s.Line("Số phiếu được rút ngẫu nhiên, không gắn với thành viên nào; chỉ để phát hiện phiếu lạ và phiếu trùng.",
		look.Remark)
	s.Gap(8)
	s.numbered = draw.Ref(1, s.Line("Số phiếu: "+number, look.Small))
	return s
}

// WriteBallot writes the ballot of that number. Two ballots of a sitting differ in
// nothing else, nor do they carry a time or an author.
func WriteBallot(w io.Writer, c *council.Council, cases []council.Case, number string) error {
	about := draw.About{Title: BallotName, Author: issuer, At: never, Private: true}
	return Write(w, about, "", blankBallot(c, cases, number).Sheet)
}

// never is the time of papers that carry none.
var never = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// The columns of a row of the sheet for a show of hands: behind number and commune
// the votes for, against and none, and whether they add up.
const (
	handsForColumn     = 2 + caseSpan
	handsAgainstColumn = handsForColumn + forSpan
	handsNoneColumn    = handsAgainstColumn + 1
	handsCheckColumn   = handsNoneColumn + 1
)

// blankHands is the sheet for a show of hands of so many members present.
func blankHands(c *council.Council, cases []council.Case, present int) *sittingSheet {
	s := sheetOf(c, handsName, "KẾT QUẢ BIỂU QUYẾT GIƠ TAY")
	s.Line(fmt.Sprintf("Số thành viên có mặt: %d/%d", present, len(c.Members)), look.Plain)
	s.heads(look.Heads("Không biểu quyết", "Kiểm tra")...)
	votes := draw.Blank(look.Entry.Shown(look.Grouped(0)))
	for i := range cases {
		row := len(s.Rows) + 1
		yes, no, none := draw.Ref(handsForColumn, row), draw.Ref(handsAgainstColumn, row),
			draw.Ref(handsNoneColumn, row)
		three := vi.Join(",", yes, no, none)
		check := fmt.Sprintf(`IF(COUNT(%s)<3,"%s",IF(SUM(%s)=%d,"Khớp","Lệch"))`, three, look.NotYet, three, present)
		s.Add(append(of(i, &cases[i]), votes.Over(forSpan), votes, votes, draw.Computed(check, look.NotYet,
			look.Body.Centred()))...)
		s.Take(whole, yes, no, none)
	}
	s.Gap(8)
	s.Line(fmt.Sprintf("Ghi số người ở từng ô; ba số của mỗi xã cộng lại phải bằng %d.", present), look.Remark)
	return s
}

// WriteHands writes the sheet on which a show of hands is noted.
func WriteHands(w io.Writer, c *council.Council, cases []council.Case, present int) error {
	return Write(w, draw.About{Title: handsName, Author: issuer, At: never}, "", blankHands(c, cases, present).Sheet)
}
