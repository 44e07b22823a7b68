package dossier

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/provincial"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// report is the workbook of a province's report under way.
type report struct {
	*provincial.Summary
	at time.Time
}

// WriteReport writes the report of a province, or of the whole country. Counts are
// numbers, totals and shares formulas that carry their values; a sheet is there only
// where it says something.
func WriteReport(w io.Writer, s *provincial.Summary, at time.Time) error {
	r := &report{s, at}
	sheets := []*draw.Sheet{r.overview(), r.spread(), r.hardest()}
	if s.Capital.Communes > 0 {
		sheets = append(sheets, r.money())
	}
	if len(s.Areas) > 1 {
		sheets = append(sheets, r.areas())
	}
	sheets = append(sheets, r.ranking())
	if s.Before != nil {
		sheets = append(sheets, r.compared())
	}
	return write(w, draw.About{Title: r.title(), Author: "ntm", At: at}, "", sheets...)
}

// where is the scope as a title says it.
func (r *report) where() string {
	if r.Scope.Province == "" {
		return "cả nước"
	}
	return r.Scope.Province
}

func (r *report) title() string {
	return fmt.Sprintf("Kết quả xây dựng nông thôn mới cấp xã, %s, năm %d", r.where(), r.Scope.Year)
}

// begin is a sheet under the report's title.
func (r *report) begin(name, heading string, landscape bool, proportions ...float64) *draw.Sheet {
	s := draw.NewSheet(name, draw.Page{Landscape: landscape, Footer: r.title()}, proportions...)
	s.Line(heading, title)
	s.Line(sentence(fmt.Sprintf("%s, năm %d", r.where(), r.Scope.Year)), subtitle)
	s.Gap(8)
	return s
}

func (r *report) overview() *draw.Sheet {
	s := r.begin("Tổng hợp", "KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI CẤP XÃ", false, 34, 13, 13, 13, 13, 13)
	reported := fmt.Sprintf("%d xã có báo cáo", r.Communes)
	if r.Scope.Listed > 0 {
		reported += fmt.Sprintf(" trên %d xã trong danh mục", r.Scope.Listed)
	}
	s.Line(reported+". Lập ngày "+vi.Date(r.at)+".", remark)
	if drafts := r.drafts(); drafts != "" {
		s.Line(drafts, remark)
	}
	s.Gap(8)
	s.Heading("I. KẾT QUẢ ĐÁNH GIÁ THEO MỨC", section)
	head := s.AddHead(heads("Mức", "Số xã", "Đủ điều kiện", "Chưa đủ", "Chưa rõ", "Tiêu chí đạt bình quân")...)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Add(draw.Text("Xã "+l.Level.Title(), body), whole0(l.Communes), whole0(l.Eligible), whole0(l.NotEligible), whole0(l.Undetermined), number(l.Average(), body.Centred().Shown(grouped(2))))
	}
	last := len(s.Rows)
	s.Gap(6)
	if len(r.Levels) > 0 {
		c := draw.Chart{Bars: draw.Upright, Height: 190, Title: "Số xã theo kết luận, từng mức"}
		for i, shade := range []string{draw.Dark, draw.Middle, draw.Light} {
			c.Series = append(c.Series, draw.Series{Name: s.Of(3+i, head, 3+i, head), Labels: s.Of(1, head+1, 1, last), Values: s.Of(3+i, head+1, 3+i, last), Shade: shade})
		}
		s.Draw(c)
	}
	s.Heading("II. DANH HIỆU CAO NHẤT ĐANG CÓ", section)
	titles := s.AddHead(heads("Danh hiệu", "Số xã", "Tỷ lệ")...)
	first := titles + 1
	for _, t := range r.Titles {
		name := "Chưa có danh hiệu trong kho dữ liệu"
		if t.Level != "" {
			name = "Xã " + t.Level.Title()
		}
		s.Add(draw.Text(name, body), whole0(t.Communes), partOf(2, len(s.Rows)+1, first, first+len(r.Titles)-1, t.Communes, r.Communes))
	}
	s.Add(draw.Text("Cộng", label), total(2, first, len(s.Rows), float64(r.Communes)), draw.Blank(label))
	for _, t := range r.Declared {
		s.Add(draw.Text("Theo báo cáo khai: xã "+t.Level.Title()+" (kho dữ liệu chưa ghi quyết định)", body), whole0(t.Communes), draw.Blank(body))
	}
	s.Gap(8)
	if len(r.Levels) > 0 && len(r.Levels[0].Hardest) > 0 {
		r.drawHardest(s, &r.Levels[0])
	}
	return s
}

// drafts says how many verdicts rest on thresholds that nobody checked.
func (r *report) drafts() string {
	var parts []string
	for i := range r.Levels {
		if n := r.Levels[i].Drafts; n > 0 {
			parts = append(parts, fmt.Sprintf("%d kết luận xã %s", n, r.Levels[i].Level.Title()))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Dự thảo: " + strings.Join(parts, ", ") + " dựa trên ngưỡng chưa đối chiếu với quyết định hoặc chưa có."
}

// whole0 is a count.
func whole0(n int) draw.Cell { return number(decimalOf(n), body.Centred().Shown(grouped(0))) }

// total sums a column between two rows.
func total(column, first, last int, now float64) draw.Cell {
	return draw.Computed(fmt.Sprintf("SUM(%s:%s)", draw.Ref(column, first), draw.Ref(column, last)), now, label.Centred().Shown(grouped(0)))
}

// partOf is a row's part of the sum of its column, in per cent.
func partOf(column, row, first, last, part, whole int) draw.Cell {
	sum := fmt.Sprintf("SUM(%s:%s)", draw.Absolute(column, first), draw.Absolute(column, last))
	return draw.Computed(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, sum, draw.Ref(column, row), sum), percentOf(part, whole), body.Centred().Shown(shareFormat))
}

// mostDrawn is how many bars a chart can show and still be read.
const mostDrawn = 10

func (r *report) drawHardest(s *draw.Sheet, l *provincial.Level) {
	shown := l.Hardest[:min(len(l.Hardest), mostDrawn)]
	s.Heading("III. TIÊU CHÍ KHÓ NHẤT, XÃ "+strings.ToUpper(l.Level.Title()), section)
	head := s.AddHead(heads("Tiêu chí", "Chưa đạt", "Chưa rõ")...)
	for _, h := range shown {
		s.Add(draw.Text(h.No+". "+h.Name, body), whole0(h.NotMet), whole0(h.Unknown))
	}
	last := len(s.Rows)
	s.Gap(6)
	c := draw.Chart{Bars: draw.Stacked, Height: 70 + 24*float64(len(shown)), Title: "Số xã chưa đạt và chưa rõ, theo tiêu chí"}
	for i, shade := range []string{draw.Middle, draw.Light} {
		c.Series = append(c.Series, draw.Series{Name: s.Of(2+i, head, 2+i, head), Labels: s.Of(1, head+1, 1, last), Values: s.Of(2+i, head+1, 2+i, last), Shade: shade})
	}
	s.Draw(c)
}

func (r *report) spread() *draw.Sheet {
	s := r.begin("Phân bố tiêu chí", "PHÂN BỐ SỐ TIÊU CHÍ ĐẠT", false, 40, 20, 20, 20)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Heading("Xã "+l.Level.Title(), section)
		head := s.AddHead(heads("Số tiêu chí đạt", "Số xã", "Tỷ lệ", "Trong đó còn tiêu chí chưa rõ")...)
		first := head + 1
		for _, b := range l.Spread {
			s.Add(draw.Text(bandName(b), body), whole0(b.Communes), partOf(2, len(s.Rows)+1, first, first+len(l.Spread)-1, b.Communes, l.Communes), whole0(b.Unknown))
		}
		last := len(s.Rows)
		s.Add(draw.Text("Cộng", label), total(2, first, last, float64(l.Communes)), draw.Blank(label), draw.Blank(label))
		s.Gap(6)
		s.Draw(draw.Chart{Bars: draw.Upright, Height: 150, Title: "Số xã theo số tiêu chí đạt, xã " + l.Level.Title(), Series: []draw.Series{
			{Name: s.Of(2, head, 2, head), Labels: s.Of(1, first, 1, last), Values: s.Of(2, first, 2, last), Shade: draw.Dark},
		}})
		s.Gap(10)
	}
	return s
}

// bandName is a group of numbers of criteria: "15–18/19 tiêu chí".
func bandName(b provincial.Spread) string {
	switch b.From {
	case b.To:
		return fmt.Sprintf("%d/%d tiêu chí", b.From, b.Total)
	case 0:
		return fmt.Sprintf("dưới %d/%d tiêu chí", b.To+1, b.Total)
	}
	return fmt.Sprintf("%d–%d/%d tiêu chí", b.From, b.To, b.Total)
}

func (r *report) hardest() *draw.Sheet {
	s := r.begin("Tiêu chí khó", "TỪNG TIÊU CHÍ: SỐ XÃ ĐẠT, CHƯA ĐẠT, CHƯA RÕ", false, 10, 50, 13, 13, 13, 15)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Heading("Xã "+l.Level.Title(), section)
		s.AddHead(heads("Số", "Tiêu chí", "Đạt", "Chưa đạt", "Chưa rõ", "Tỷ lệ chưa đạt")...)
		for _, h := range l.Hardest {
			row := len(s.Rows) + 1
			s.Add(draw.Text(h.No, body.Centred()), draw.Text(h.Name, body), whole0(h.Met), whole0(h.NotMet), whole0(h.Unknown),
				draw.Computed(fmt.Sprintf("IF(SUM(%s:%s)>0,ROUND(100*%s/SUM(%s:%s),2),\"\")", draw.Ref(3, row), draw.Ref(5, row), draw.Ref(4, row), draw.Ref(3, row), draw.Ref(5, row)), percentOf(h.NotMet, h.Communes), body.Centred().Shown(shareFormat)))
		}
		s.Gap(10)
	}
	return s
}

func (r *report) money() *draw.Sheet {
	s := r.begin("Nguồn lực", "HUY ĐỘNG NGUỒN LỰC", false, 40, 20, 24, 16)
	s.Line(fmt.Sprintf("%d xã có báo cáo nguồn lực. ĐVT: triệu đồng", r.Capital.Communes), remark)
	head := s.AddHead(heads("Nguồn", "Số xã", "Giá trị", "Tỷ lệ")...)
	first := head + 1
	last := head + len(r.Capital.Sources)
	sum := fmt.Sprintf("SUM(%s:%s)", draw.Absolute(3, first), draw.Absolute(3, last))
	for _, one := range r.Capital.Sources {
		row := len(s.Rows) + 1
		var now any = ""
		if r.Capital.Total.IsPositive() {
			now = one.Value.Shift(2).DivRound(r.Capital.Total, 2).InexactFloat64()
		}
		s.Add(draw.Text(one.Source.Title(), body), whole0(one.Communes), number(one.Value, body.ToRight().Shown(grouped(min(2, placesOf(one.Value))))),
			draw.Computed(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, sum, draw.Ref(3, row), sum), now, body.Centred().Shown(shareFormat)))
	}
	s.Add(draw.Text("Cộng", label), draw.Blank(label), number(r.Capital.Total, label.ToRight().Shown(grouped(min(2, placesOf(r.Capital.Total))))).Following(fmt.Sprintf("SUM(%s:%s)", draw.Ref(3, first), draw.Ref(3, last))), draw.Blank(label))
	s.Gap(8)
	s.Draw(draw.Chart{Bars: draw.Lying, Height: 70 + 26*float64(len(r.Capital.Sources)), Title: "Nguồn lực huy động (triệu đồng)", Series: []draw.Series{
		{Name: s.Of(3, head, 3, head), Labels: s.Of(1, first, 1, last), Values: s.Of(3, first, 3, last), Shade: draw.Dark},
	}})
	return s
}

func (r *report) areas() *draw.Sheet {
	name, of := "Theo huyện", "Huyện"
	if r.Scope.Province == "" {
		name, of = "Theo tỉnh", "Tỉnh, thành phố"
	}
	levels := make([]criteria.Level, len(r.Levels))
	proportions := []float64{8, 36, 14, 16}
	titles := []string{"TT", of, "Số xã", "Tiêu chí NTM đạt bình quân"}
	for i := range r.Levels {
		levels[i] = r.Levels[i].Level
		proportions = append(proportions, 16, 16)
		titles = append(titles, "Đủ điều kiện "+brief(levels[i]), "Danh hiệu "+brief(levels[i]))
	}
	s := r.begin(name, "KẾT QUẢ "+strings.ToUpper(name), true, proportions...)
	s.Head.Row = s.AddHead(heads(titles...)...)
	first := s.Head.Row + 1
	for i := range r.Areas {
		a := &r.Areas[i]
		cells := []draw.Cell{whole0(i + 1), draw.Text(a.Name, body), whole0(a.Communes), number(a.Average(), body.Centred().Shown(grouped(2)))}
		for _, l := range levels {
			cells = append(cells, whole0(a.Eligible[l]), whole0(a.Held[l]))
		}
		s.Add(cells...)
	}
	last := len(s.Rows)
	sums := []draw.Cell{draw.Blank(label), draw.Text("Cộng", label), total(3, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Communes }))), draw.Blank(label)}
	for i, l := range levels {
		sums = append(sums, total(5+2*i, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Eligible[l] }))),
			total(6+2*i, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Held[l] }))))
	}
	s.Add(sums...)
	return s
}

// counted sums over the areas.
func (r *report) counted(of func(*provincial.Area) int) int {
	n := 0
	for i := range r.Areas {
		n += of(&r.Areas[i])
	}
	return n
}

func (r *report) ranking() *draw.Sheet {
	s := r.begin("Xếp hạng xã", "CÁC XÃ THEO PHẦN CÒN THIẾU", true, 8, 12, 34, 22, 26, 12, 40, 40)
	s.Line("Xếp theo mức đang phấn đấu, số tiêu chí chưa đạt, số tiêu chí chưa rõ, rồi tên xã. Dấu * là kết luận dự thảo.", remark)
	s.Head.Row = s.AddHead(heads("TT", "Mã", "Xã", "Danh hiệu đang có", "Phấn đấu, kết luận", "Đạt", "Tiêu chí chưa đạt", "Tiêu chí chưa rõ")...)
	for i := range r.Ranking {
		c := &r.Ranking[i]
		held := "Chưa có"
		if c.Held != "" {
			held = sentence(brief(c.Held))
		}
		verdict := sentence(brief(c.Toward)) + ": " + strings.ToLower(c.Verdict.Word())
		if c.Draft {
			verdict += " *"
		}
		s.Add(whole0(i+1), draw.Text(c.Code, body.Centred()), draw.Text(joined(", ", c.Name, c.District, provinceIn(r.Scope, c.Province)), body), draw.Text(held, body.Centred()), draw.Text(verdict, body),
			draw.Text(fmt.Sprintf("%d/%d", c.Met, c.Total), body.Centred()), draw.Text(strings.Join(slices.Concat(c.NotMet, conditionNames(c.Conditions)), ", "), body), draw.Text(strings.Join(c.Unknown, ", "), body))
	}
	return s
}

// conditionNames are the conditions of recognition in short.
func conditionNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = map[string]string{"arrears": "nợ đọng", "satisfaction": "hài lòng", "security": "an ninh"}[id]; out[i] == "" {
			out[i] = id
		}
	}
	return out
}

// provinceIn is a commune's province where the report has several.
func provinceIn(scope provincial.Scope, name string) string {
	if scope.Province != "" {
		return ""
	}
	return name
}

func (r *report) compared() *draw.Sheet {
	b := r.Before
	s := r.begin("So với năm trước", fmt.Sprintf("SO VỚI NĂM %d", b.Year), false, 40, 15, 15, 15, 15)
	s.Line(fmt.Sprintf("So sánh %d xã có báo cáo cả hai năm; %d xã chỉ có năm %d, %d xã chỉ có năm %d.", b.Both, b.OnlyNow, r.Scope.Year, b.OnlyBefore, b.Year), remark)
	was, is := fmt.Sprintf("Năm %d", b.Year), fmt.Sprintf("Năm %d", r.Scope.Year)
	s.Head.Row = s.AddHead(heads("Nội dung", was, is, "Tăng, giảm", "Ghi chú")...)
	row := func(name string, before, now decimal.Decimal, places int32, note string) {
		at := len(s.Rows) + 1
		l := body.Centred().Shown(grouped(places))
		s.Add(draw.Text(name, body), number(before, l), number(now, l), draw.Computed(fmt.Sprintf("ROUND(%s-%s,%d)", draw.Ref(3, at), draw.Ref(2, at), places), now.Sub(before).InexactFloat64(), l), draw.Text(note, body))
	}
	for _, l := range b.Levels {
		title := "Xã " + l.Level.Title()
		row(title+": số xã đủ điều kiện", decimalOf(l.EligibleWas), decimalOf(l.EligibleIs), 0, fmt.Sprintf("thêm %d, mất %d", l.Gained, l.Lost))
		mean := func(sum int) decimal.Decimal { return decimalOf(sum).DivRound(decimalOf(max(1, l.Communes)), 2) }
		row(title+": tiêu chí đạt bình quân", mean(l.CriteriaWas), mean(l.CriteriaIs), 2, fmt.Sprintf("%d xã", l.Communes))
	}
	if b.CapitalWas.IsPositive() || b.CapitalIs.IsPositive() {
		row("Nguồn lực huy động (triệu đồng)", b.CapitalWas, b.CapitalIs, min(2, max(placesOf(b.CapitalWas), placesOf(b.CapitalIs))), fmt.Sprintf("%d xã có số liệu cả hai năm", b.CapitalCommunes))
	}
	return s
}
