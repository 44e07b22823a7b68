package papers

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"ntm/internal/look"
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
	return Write(w, draw.About{Title: r.title(), Author: "ntm", At: at}, "", sheets...)
}

// where is the scope as a title says it.
func (r *report) where() string {
	return cmp.Or(r.Scope.Province, "cả nước")
}

func (r *report) title() string {
	return fmt.Sprintf("Kết quả xây dựng nông thôn mới cấp xã, %s, năm %d", r.where(), r.Scope.Year)
}

// begin is a sheet under the report's title.
func (r *report) begin(name, heading string, landscape bool, proportions ...float64) *draw.Sheet {
	s := draw.NewSheet(name, draw.Page{Landscape: landscape, Footer: r.title()}, proportions...)
	s.Line(heading, look.Title)
	s.Line(vi.Capital(fmt.Sprintf("%s, năm %d", r.where(), r.Scope.Year)), look.Subtitle)
	s.Gap(8)
	return s
}

func (r *report) overview() *draw.Sheet {
	s := r.begin("Tổng hợp", "KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI CẤP XÃ", false, 34, 13, 13, 13, 13, 13)
	reported := fmt.Sprintf("%s xã có báo cáo", vi.Count(r.Communes))
	if r.Scope.Listed > 0 {
		reported += fmt.Sprintf(" trên %s xã trong danh mục", vi.Count(r.Scope.Listed))
	}
	s.Line(reported+". Lập ngày "+vi.Date(r.at)+".", look.Remark)
	if drafts := r.drafts(); drafts != "" {
		s.Line(drafts, look.Remark)
	}
	if why := r.NationOnly.Words(); why != "" {
		s.Line("Chú ý: "+why+".", look.Remark)
	}
	s.Gap(8)
	r.levels(s)
	r.titles(s)
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

// levels counts the verdicts at each level, and draws them.
func (r *report) levels(s *draw.Sheet) {
	s.Heading("I. KẾT QUẢ ĐÁNH GIÁ THEO MỨC", look.Section)
	head := s.AddHead(look.Heads("Mức", "Số xã", "Đủ điều kiện", "Chưa đủ", "Chưa rõ", "Tiêu chí đạt bình quân")...)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Add(look.Text("Xã "+l.Level.Title()), count(l.Communes), count(l.Eligible), count(l.NotEligible),
			count(l.Undetermined), average(l.Average()))
	}
	last := len(s.Rows)
	s.Gap(6)
	if len(r.Levels) > 0 {
		c := draw.Chart{Bars: draw.Upright, Height: 190, Title: "Số xã theo kết luận, từng mức"}
		for i, shade := range []string{draw.Dark, draw.Middle, draw.Light} {
			c.Series = append(c.Series, s.Series(1, 3+i, head, last, shade))
		}
		s.Draw(c)
	}
}

// titles counts the communes by the highest title they hold.
func (r *report) titles(s *draw.Sheet) {
	s.Heading("II. DANH HIỆU CAO NHẤT ĐANG CÓ", look.Section)
	first := s.AddHead(look.Heads("Danh hiệu", "Số xã", "Tỷ lệ")...) + 1
	for _, t := range r.Titles {
		name := "Chưa có danh hiệu trong kho dữ liệu"
		if t.Level != "" {
			name = "Xã " + t.Level.Title()
		}
		s.Add(look.Text(name), count(t.Communes), shareOf(2, len(s.Rows)+1, first, first+len(r.Titles)-1,
			t.Communes, r.Communes))
	}
	s.Add(draw.Text("Cộng", look.Label), total(s, 2, first), draw.Blank(look.Label))
	for _, t := range r.Revoked {
		s.Add(look.Text(fmt.Sprintf("Tính đến hết năm %d, nay không còn: %s", r.Scope.Year, t.Words())), look.Blank(),
			look.Blank())
	}
	for _, t := range r.Declared {
		s.Add(look.Text("Theo báo cáo khai: xã "+t.Level.Title()+" (kho dữ liệu chưa ghi quyết định)"),
			count(t.Communes), look.Blank())
	}
}
