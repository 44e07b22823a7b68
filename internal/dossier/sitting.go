package dossier

import (
	"fmt"
	"io"
	"time"

	"ntm/internal/council"
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
	*sheet
	first    int    // row of the first case
	numbered string // cell of the ballot's number
}

// sittingHead begins a paper.
func sittingHead(name, heading string, c *council.Council) *sittingSheet {
	s := &sittingSheet{sheet: newSheet(name, page{footer: c.Name}, councilGrid...)}
	s.locked = true
	letterhead{left: [3]int{2, 1, 1}, right: [3]int{1, 2, 1}, above: "UBND " + c.Province, superior: true, issuer: "Hội đồng thẩm định", place: "………………", year: c.Year}.on(s.sheet)
	s.gap(16)
	s.line(heading, title)
	s.line(fmt.Sprintf("Đề nghị xét, công nhận xã đạt chuẩn %s năm %d", c.Level.Title(), c.Year), subtitle)
	s.line(c.Name, remark)
	s.gap(12)
	return s
}

// blankBallot is a ballot with the number, which is all that tells it from another.
func blankBallot(c *council.Council, cases []council.Case, number string) *sittingSheet {
	s := sittingHead(sittingBallot, "PHIẾU BIỂU QUYẾT", c)
	s.headRow = s.head(text("TT", colHead), text("Xã", colHead).over(caseSpan), text("Đồng ý", colHead).over(forSpan), text("Không đồng ý", colHead), text("Lý do (nếu không đồng ý)", colHead).over(reasonSpan))
	s.first = s.headRow + 1
	for i, one := range cases {
		row := &s.rows[s.add(text(fmt.Sprint(i+1), body.centred()), text(joined("; ", sentence(one.Title), one.Note), body).over(caseSpan),
			blank(trial).over(forSpan), blank(trial), blank(look{boxed: true, open: true}).over(reasonSpan))-1]
		row.height = max(row.height, 34)
		for _, column := range []int{forColumn, againstColumn} {
			s.fields = append(s.fields, field{at: ref(column, s.first+i), takes: tick})
		}
	}
	s.gap(8)
	s.line("Đánh dấu x vào một trong hai ô của mỗi xã. Bỏ phiếu kín: không ghi họ tên, không ký vào phiếu.", remark)
	s.line("Số phiếu được rút ngẫu nhiên, không gắn với thành viên nào; chỉ để phát hiện phiếu lạ và phiếu trùng.", remark)
	s.gap(8)
	s.numbered = ref(1, s.line("Số phiếu: "+number, small))
	return s
}

// WriteBallot writes the ballot of that number. Two ballots of a sitting differ in
// nothing else, nor do they carry a time or an author.
func WriteBallot(w io.Writer, c *council.Council, cases []council.Case, number string) error {
	return write(w, about{title: "Phiếu biểu quyết", author: "Hội đồng thẩm định", at: never, private: true}, []*sheet{blankBallot(c, cases, number).sheet})
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
	s.line(fmt.Sprintf("Số thành viên có mặt: %d/%d", present, len(c.Members)), plain)
	s.headRow = s.head(text("TT", colHead), text("Xã", colHead).over(caseSpan), text("Đồng ý", colHead).over(forSpan), text("Không đồng ý", colHead), text("Không biểu quyết", colHead), text("Kiểm tra", colHead))
	s.first = s.headRow + 1
	for i, one := range cases {
		at := s.first + i
		count := fmt.Sprintf("SUM(%s,%s,%s)", ref(handsForColumn, at), ref(handsAgainstColumn, at), ref(handsNoneColumn, at))
		check := fmt.Sprintf(`IF(COUNT(%s,%s,%s)<3,"%s",IF(%s=%d,"Khớp","Lệch"))`, ref(handsForColumn, at), ref(handsAgainstColumn, at), ref(handsNoneColumn, at), notYet, count, present)
		s.add(text(fmt.Sprint(i+1), body.centred()), text(joined("; ", sentence(one.Title), one.Note), body).over(caseSpan),
			blank(entry.shown(grouped(0))).over(forSpan), blank(entry.shown(grouped(0))), blank(entry.shown(grouped(0))), worked(check, notYet, body.centred()))
		for _, column := range []int{handsForColumn, handsAgainstColumn, handsNoneColumn} {
			s.fields = append(s.fields, field{at: ref(column, at), takes: whole})
		}
	}
	s.gap(8)
	s.line(fmt.Sprintf("Ghi số người ở từng ô; ba số của mỗi xã cộng lại phải bằng %d.", present), remark)
	return s
}

// WriteHands writes the sheet on which a show of hands is noted.
func WriteHands(w io.Writer, c *council.Council, cases []council.Case, present int) error {
	return write(w, about{title: "Biểu quyết giơ tay", author: "Hội đồng thẩm định", at: never}, []*sheet{blankHands(c, cases, present).sheet})
}
