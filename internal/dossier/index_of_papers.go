package dossier

import (
	"fmt"
	"path"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
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

// index is the sheet Mục lục hồ sơ, by annex V of Nghị định 30/2020: the papers
// that the commune hands in, the tables of this workbook, and the documents
// that prove its figures. What the report does not know is left to the pen.
func (d *dossier) index(others []*draw.Sheet) *draw.Sheet {
	s := draw.NewSheet(paperIndexName, d.landscape(), 5, 13, 10.5, 45, 18, 8, 22)
	s.Line("MỤC LỤC HỒ SƠ", look.Title)
	s.Line(d.subject(), look.Subtitle)
	s.Gap(12)
	s.Head.Row = s.AddHead(look.Heads("STT", "Số, ký hiệu", "Ngày tháng năm", "Tên loại và trích yếu nội dung", "Tác giả", "Tờ số/ Trang số", "Ghi chú")...)
	names := make([]string, len(others))
	for i, o := range others {
		names[i] = o.Name
	}
	papers := d.papers()
	tables := d.tables(names)
	list := &listing{Sheet: s, sheets: names, evidence: d.a.Report.Evidence, before: len(papers) + len(tables)}
	list.section("I. Văn bản, báo cáo", papers)
	list.section("II. Bảng, biểu, mẫu phiếu của hồ sơ này", tables)
	list.proofs("III. Tài liệu minh chứng")
	return s
}

// tableNames are the sheets that are no paper by themselves.
var tableNames = map[string]string{
	summaryName: "Tổng hợp kết quả tự đánh giá", figuresName: "Số liệu dùng để xét", capitalName: "Kết quả huy động nguồn lực xây dựng nông thôn mới",
	shortfallName: "Những nội dung còn thiếu so với từng mức", evidenceName: "Danh mục văn bản, tài liệu minh chứng",
	basisName: "Căn cứ pháp lý của các ngưỡng đã dùng", findingsName: "Nội dung đối chiếu số liệu",
	papers.BallotName: "Phiếu biểu quyết của thành viên hội đồng (mẫu để in)", papers.TallyName: "Biên bản kiểm phiếu (mẫu để ghi)",
}

// tables lists the sheets that are no paper by themselves.
func (d *dossier) tables(sheets []string) []listed {
	var out []listed
	for _, sheet := range sheets {
		if name := tableNames[sheet]; name != "" {
			author := d.issuer()
			if sheet == papers.BallotName || sheet == papers.TallyName {
				author = "Hội đồng thẩm định"
			}
			out = append(out, listed{name: name, author: author, sheet: sheet})
		}
	}
	return out
}

// issuer is the people's committee that hands the dossier in.
func (d *dossier) issuer() string { return "UBND xã " + d.a.Commune.Name }

// papers are those that a commune hands in, by name: no public source tells the
// numbers of their forms.
func (d *dossier) papers() []listed {
	r, top := d.a.Report, d.top()
	own := d.issuer()
	aim := fmt.Sprintf("xã đạt chuẩn %s năm %d", top.Level.Title(), d.a.Year)
	out := []listed{
		{name: "Tờ trình đề nghị xét, công nhận " + aim, author: own},
		{name: "Báo cáo kết quả xây dựng " + aim, author: own},
	}
	for i := range d.a.Levels {
		l := d.a.Levels[i].Level
		out = append(out, listed{name: "Biểu tổng hợp kết quả thực hiện tiêu chí xã " + l.Title(), author: own, sheet: tableName(l)})
	}
	out = append(out,
		listed{name: "Báo cáo tổng hợp ý kiến tham gia vào kết quả thực hiện các tiêu chí", author: own},
		listed{name: "Biên bản cuộc họp đề nghị xét, công nhận " + aim, author: own},
		listed{name: "Báo cáo tình hình nợ đọng xây dựng cơ bản thuộc chương trình", author: own, sheet: arrearsName},
		listed{name: "Hình ảnh minh họa kết quả xây dựng nông thôn mới", author: own},
		listed{name: "Báo cáo kết quả lấy ý kiến về sự hài lòng của người dân", author: "Ủy ban MTTQ Việt Nam", sheet: satisfactionName, proofs: pollProofs(r)},
		listed{name: "Văn bản xác nhận về an ninh, trật tự", author: "Công an", proofs: securityProofs(r)},
	)
	if top.Prerequisite != nil {
		out = append(out, recognised(r, top.Prerequisite.Level))
	}
	if top.Level == criteria.KieuMau {
		out = append(out, model(r)...)
	}
	return out
}

// recognised is the decision that gave the commune the level below.
func recognised(r *commune.Report, level criteria.Level) listed {
	p := listed{name: "Quyết định công nhận xã đạt chuẩn " + level.Title()}
	for _, rec := range r.Recognitions {
		if rec.Level == level && rec.Decision != "" {
			p.number, p.date = rec.Decision, dayOf(rec.Date)
		}
	}
	return p
}

// model are the further papers of a commune that asks for kiểu mẫu.
func model(r *commune.Report) []listed {
	income := listed{name: "Văn bản xác nhận thu nhập bình quân đầu người"}
	for _, f := range r.Figures {
		if f.ID == "income_per_capita" {
			income.proofs = f.Evidence
		}
	}
	village := listed{name: "Tài liệu chứng minh có thôn thông minh"}
	if r.SmartVillage != nil {
		village.proofs = r.SmartVillage.Evidence
	}
	field := listed{name: "Tài liệu chứng minh lĩnh vực nổi trội theo quy định của tỉnh"}
	for _, f := range r.OutstandingFields {
		field.proofs = append(field.proofs, f.Evidence...)
	}
	return []listed{income, village, field}
}

func pollProofs(r *commune.Report) []string {
	if r.Satisfaction == nil {
		return nil
	}
	return r.Satisfaction.Evidence
}

func securityProofs(r *commune.Report) []string {
	if r.Security == nil {
		return nil
	}
	return r.Security.Evidence
}

// listing is the index as it is laid down.
type listing struct {
	*draw.Sheet
	sheets   []string // of the workbook
	evidence []commune.Evidence
	before   int // how many papers stand before the evidence
	laid     int
}

func (l *listing) section(name string, papers []listed) {
	l.Heading(name, look.Group)
	for _, p := range papers {
		if p.number == "" {
			p.number = l.seen(p.proofs)
		}
		note := look.Blank()
		if slices.Contains(l.sheets, p.sheet) {
			note = look.Text("Tờ " + p.sheet).ToSheet(p.sheet)
		}
		l.paper(p, note)
	}
}

// paper lays down a paper under the next number.
func (l *listing) paper(p listed, note draw.Cell) {
	l.laid++
	l.Add(look.Mid(fmt.Sprint(l.laid)), fillable(p.number, look.Body), fillable(p.date, look.Body.Centred()),
		look.Text(p.name), fillable(p.author, look.Body), look.Blank().ByHand(), note)
}

// fillable is a cell of words, or for the pen where there are none.
func fillable(words string, l draw.Look) draw.Cell {
	if words == "" {
		return draw.Blank(l).ByHand()
	}
	return draw.Text(words, l)
}

// seen refers to the evidence documents that are a paper or stand for it.
func (l *listing) seen(proofs []string) string {
	var numbers []string
	for i, e := range l.evidence {
		if slices.Contains(proofs, e.ID) {
			numbers = append(numbers, fmt.Sprint(l.before+i+1))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return "Xem STT " + vi.Join(", ", numbers...)
}

func (l *listing) proofs(section string) {
	if len(l.evidence) == 0 {
		return
	}
	l.Heading(section, look.Group)
	for _, e := range l.evidence {
		note := look.Text("Chưa có tệp")
		if e.File != "" {
			note = look.ToFile(e.File, look.Text(path.Base(e.File))) // the whole path may be long, and LibreOffice does not wrap links
		}
		l.paper(listed{number: e.Number, date: dayOf(e.Date), name: e.Title, author: e.Issuer}, note)
	}
}
