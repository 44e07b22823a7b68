package dossier

import (
	"fmt"
	"slices"

	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/papers"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// listed is one line of the index.
type listed struct {
	number, date, name, author string
	sheet                      string   // that holds it, "" for none
	proofs                     []string // ids of the evidence documents that are it or stand for it
}

// indexPlace is where the index stands among the sheets: behind the cover and the overview.
const indexPlace = 2

// index is the sheet Mục lục hồ sơ, by annex V of Nghị định 30/2020: the papers that
// the commune hands in and the tables of this workbook, one of which lists the
// documents that prove its figures, each with the page it begins on. What the report does
// not know is left to the pen.
func (d *dossier) index(others []*draw.Sheet) *draw.Sheet {
	s := draw.NewSheet(paperIndexName, d.portrait(), 5, 12, 10, 64, 11, 7, 9)
	s.Size, s.Fitted = annexSize, true
	s.Line("MỤC LỤC HỒ SƠ", look.Title)
	s.Line(d.subject(), look.Subtitle)
	s.Gap(6)
	s.Head.Row = s.AddHead(look.Heads("STT", "Số, ký hiệu", "Ngày tháng năm", "Tên loại và trích yếu nội dung",
		"Tác giả", "Tờ số/ Trang số", "Ghi chú")...)
	names := list.Map(others, func(o *draw.Sheet) string { return o.Name })
	list := &listing{Sheet: s, evidence: d.a.Report.Evidence, rows: map[string][]int{}}
	list.section("I. Văn bản, báo cáo", d.papers(names))
	list.section("II. Bảng, biểu, mẫu phiếu của hồ sơ này", d.tables(names))
	list.number(slices.Insert(slices.Clone(others), indexPlace, s))
	return s
}

// tableNames are the sheets that are no paper by themselves.
var tableNames = map[string]string{
	summaryName: "Tổng hợp kết quả tự đánh giá", figuresName: "Số liệu dùng để xét",
	toldName: "Số liệu khác trong báo cáo của xã", doneName: "Kết quả thực hiện từng tiêu chí",
	capitalName:   "Kết quả huy động nguồn lực xây dựng nông thôn mới",
	shortfallName: "Những nội dung còn thiếu so với từng mức", evidenceName: "Danh mục văn bản, tài liệu minh chứng",
	basisName: "Căn cứ pháp lý của các ngưỡng đã dùng", findingsName: "Nội dung đối chiếu số liệu",
	papers.BallotName: "Phiếu biểu quyết của thành viên hội đồng (mẫu để in)",
	papers.TallyName:  "Biên bản kiểm phiếu (mẫu để ghi)",
}

// tables lists the sheets that are no paper by themselves.
func (d *dossier) tables(sheets []string) []listed {
	var out []listed
	for _, sheet := range sheets {
		if name := tableNames[sheet]; name != "" {
			author := ownAuthor
			if sheet == papers.BallotName || sheet == papers.TallyName {
				author = "Hội đồng thẩm định"
			}
			out = append(out, listed{name: name, author: author, sheet: sheet})
		}
	}
	return out
}

// listing is the index as it is laid down.
type listing struct {
	*draw.Sheet
	evidence []commune.Evidence
	rows     map[string][]int // of papers, by the sheet that holds them
	laid     int
}

// colPage is the column of the index for pages.
const colPage = 6

// number says on which page of the printed workbook each paper begins, and leads there.
func (l *listing) number(sheets []*draw.Sheet) {
	page := 1
	for _, s := range sheets {
		for _, row := range l.rows[s.Name] {
			c := &l.Rows[row-1].Cells[colPage-1]
			*c = draw.Text(fmt.Sprint(page), c.Look.Centred()).ToSheet(s.Name)
			c.Look.Open = false
		}
		page += s.Pages()
	}
}

func (l *listing) section(name string, papers []listed) {
	l.Heading(name, look.Group)
	for _, p := range papers {
		if p.number == "" {
			p.number = l.seen(p.proofs)
		}
		l.paper(p)
	}
}

// paper lays down a paper under the next number.
func (l *listing) paper(p listed) {
	l.laid++
	row := l.Add(look.Mid(fmt.Sprint(l.laid)), fillable(p.number, look.Body), fillable(p.date, look.Body.Centred()),
		look.Text(p.name), fillable(p.author, look.Body), look.Blank().ByHand(), look.Blank().ByHand())
	if p.sheet != "" {
		l.rows[p.sheet] = append(l.rows[p.sheet], row)
	}
}

// fillable is a cell of words, or for the pen where there are none.
func fillable(words string, l draw.Look) draw.Cell {
	if words == "" {
		return draw.Blank(l).ByHand()
	}
	return draw.Text(words, l)
}

// seen refers to the evidence documents that are a paper or stand for it, by their numbers
// in the sheet that lists them.
func (l *listing) seen(proofs []string) string {
	var numbers []string
	for i, e := range l.evidence {
		if slices.Contains(proofs, e.ID) {
			numbers = append(numbers, fmt.Sprint(i+1))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return "Xem Minh chứng, TT " + vi.Join(", ", numbers...)
}
