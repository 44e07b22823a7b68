package dossier

import (
	"fmt"
	"io"
	"time"

	"ntm/internal/council"
	"ntm/internal/xlsx/draw"
)

// The papers of a council's sitting over many communes: the ballot that each member
// is handed, and the sheet for a show of hands. Both are filled in and read back
// (sitting_read.go); the minutes are in sitting_minutes.go.

const (
	sittingBallot = "Phiếu biểu quyết"
	sittingHands  = "Biểu quyết giơ tay"
)

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

// sittingSheet is a paper of the sitting, and where its entries and its number are.
type sittingSheet struct {
	*draw.Sheet
	first    int    // row of the first case
	numbered string // cell of the ballot's number
}

// sittingHead begins a paper.
func sittingHead(name, heading string, c *council.Council) *sittingSheet {
	s := &sittingSheet{Sheet: draw.NewSheet(name, draw.Page{Footer: c.Name}, councilGrid...)}
	s.Locked = locked
	letterhead{left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + c.Province, superior: true, issuer: "Hội đồng thẩm định", place: "………………", year: c.Year}.on(s.Sheet)
	s.Gap(16)
	s.Line(heading, title)
	s.Line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", c.Level.Title(), c.Year), subtitle)
	s.Line(c.Name, remark)
	s.Gap(12)
	return s
}

// blankBallot is a ballot with the number, which is all that tells it from another.
func blankBallot(c *council.Council, cases []council.Case, number string) *sittingSheet {
	s := sittingHead(sittingBallot, "PHIẾU BIỂU QUYẾT", c)
	s.Head.Row = s.AddHead(draw.Text("TT", colHead), draw.Text("Xã", colHead).Over(caseSpan), draw.Text("Đồng ý", colHead).Over(forSpan), draw.Text("Không đồng ý", colHead), draw.Text("Lý do (nếu không đồng ý)", colHead).Over(reasonSpan))
	s.first = s.Head.Row + 1
	for i, one := range cases {
		row := &s.Rows[s.Add(draw.Text(fmt.Sprint(i+1), body.Centred()), draw.Text(joined("; ", sentence(one.Title), one.Note), body).Over(caseSpan),
			draw.Blank(trial).Over(forSpan), draw.Blank(trial), draw.Blank(draw.Look{Box: draw.Black, Open: true}).Over(reasonSpan))-1]
		row.Height = max(row.Height, 34)
		for _, column := range []int{forColumn, againstColumn} {
			s.Take(tick, draw.Ref(column, s.first+i))
		}
	}
	s.Gap(8)
	s.Line("Đánh dấu x vào một trong hai ô của mỗi xã. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.", remark)
	s.Line("Số phiếu được rút ngẫu nhiên, không gắn với thành viên nào; chỉ để phát hiện phiếu lạ và phiếu trùng.", remark)
	s.Gap(8)
	s.numbered = draw.Ref(1, s.Line("Số phiếu: "+number, small))
	return s
}

// WriteBallot writes the ballot of that number. Two ballots of a sitting differ in
// nothing else, nor do they carry a time or an author.
func WriteBallot(w io.Writer, c *council.Council, cases []council.Case, number string) error {
	return write(w, draw.About{Title: "Phiếu biểu quyết", Author: "Hội đồng thẩm định", At: never, Private: true}, "", blankBallot(c, cases, number).Sheet)
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
	s := sittingHead(sittingHands, "KẾT QUẢ BIỂU QUYẾT GIƠ TAY", c)
	s.Line(fmt.Sprintf("Số thành viên có mặt: %d/%d", present, len(c.Members)), plain)
	s.Head.Row = s.AddHead(draw.Text("TT", colHead), draw.Text("Xã", colHead).Over(caseSpan), draw.Text("Đồng ý", colHead).Over(forSpan), draw.Text("Không đồng ý", colHead), draw.Text("Không biểu quyết", colHead), draw.Text("Kiểm tra", colHead))
	s.first = s.Head.Row + 1
	for i, one := range cases {
		at := s.first + i
		count := fmt.Sprintf("SUM(%s,%s,%s)", draw.Ref(handsForColumn, at), draw.Ref(handsAgainstColumn, at), draw.Ref(handsNoneColumn, at))
		check := fmt.Sprintf(`IF(COUNT(%s,%s,%s)<3,"%s",IF(%s=%d,"Khớp","Lệch"))`, draw.Ref(handsForColumn, at), draw.Ref(handsAgainstColumn, at), draw.Ref(handsNoneColumn, at), notYet, count, present)
		s.Add(draw.Text(fmt.Sprint(i+1), body.Centred()), draw.Text(joined("; ", sentence(one.Title), one.Note), body).Over(caseSpan),
			draw.Blank(entry.Shown(grouped(0))).Over(forSpan), draw.Blank(entry.Shown(grouped(0))), draw.Blank(entry.Shown(grouped(0))), draw.Computed(check, notYet, body.Centred()))
		for _, column := range []int{handsForColumn, handsAgainstColumn, handsNoneColumn} {
			s.Take(whole, draw.Ref(column, at))
		}
	}
	s.Gap(8)
	s.Line(fmt.Sprintf("Ghi số người ở từng ô; ba số của mỗi xã cộng lại phải bằng %d.", present), remark)
	return s
}

// WriteHands writes the sheet on which a show of hands is noted.
func WriteHands(w io.Writer, c *council.Council, cases []council.Case, present int) error {
	return write(w, draw.About{Title: "Biểu quyết giơ tay", Author: "Hội đồng thẩm định", At: never}, "", blankHands(c, cases, present).Sheet)
}
