package dossier

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// told is the sheet Số liệu khác: what the report tells though nothing is judged by it, what
// figures were in years before, and what the commune says of itself. What is not told is
// not listed; nothing at all makes no sheet.
func (d *dossier) told() *draw.Sheet {
	figures, years := d.a.Told(), d.overYears()
	if len(figures) == 0 && len(years) == 0 && len(d.a.Report.Claims) == 0 {
		return nil
	}
	o := &outline{Sheet: d.begin(toldName, d.portrait(), "SỐ LIỆU KHÁC TRONG BÁO CÁO CỦA XÃ", 44, 12, 14, 14, 14, 14)}
	o.Line("Các số liệu này không dùng để xét; quy mô của xã dùng để đối chiếu mẫu số của các tỷ lệ.", look.Remark)
	for _, told := range criteria.Tellings {
		d.toldAs(o, told, figures)
	}
	d.acrossYears(o, years)
	if len(d.a.Report.Claims) > 0 {
		o.section("Xã tự đánh giá")
		for i := range d.a.Report.Claims {
			claim := &d.a.Report.Claims[i]
			o.fact("Xã "+claim.Level.Title(), claim.String())
		}
	}
	o.end()
	return o.Sheet
}

// toldAs lists the figures that are told as one thing.
func (d *dossier) toldAs(o *outline, told criteria.Told, figures []*assess.Figure) {
	own := list.Where(figures, func(f *assess.Figure) bool { return f.Entry.Told == told })
	if len(own) == 0 {
		return
	}
	o.section(told.Title())
	for _, f := range own {
		year := ""
		if f.Year != d.a.Year {
			year = fmt.Sprintf("năm %d", f.Year)
		}
		o.fact(f.Entry.Name, vi.Join("; ", f.String(), year, f.Note))
	}
}

// mostCharted is how many figures are drawn over the years.
const mostCharted = 6

// overYears lists the figures of which the report tells years before.
func (d *dossier) overYears() []*assess.Figure {
	var out []*assess.Figure
	for _, f := range append(slices.Collect(d.a.Figures()), d.a.Told()...) {
		if len(f.Earlier) > 0 && isNumber(f.Unit) &&
			!slices.ContainsFunc(out, func(o *assess.Figure) bool { return o.ID == f.ID }) {
			out = append(out, f)
		}
	}
	return out
}

// acrossYears is the table of figures over the years, each drawn below it.
func (d *dossier) acrossYears(o *outline, figures []*assess.Figure) {
	if len(figures) == 0 {
		return
	}
	var years []int
	for _, f := range figures {
		for _, of := range append(f.Years(), f) {
			years = append(years, of.Year)
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	years = years[max(0, len(years)-(o.Columns()-2)):] // the last that fit
	o.section("Qua các năm")
	titles := []string{"Số liệu", "ĐVT"}
	for _, y := range years {
		titles = append(titles, fmt.Sprint(y))
	}
	head := o.AddHead(look.Heads(titles...)...)
	for _, f := range figures {
		cells := []draw.Cell{look.Text(f.Entry.Name), look.Mid(look.Unit(string(f.Unit)))}
		for _, y := range years {
			cells = append(cells, inYear(f, y))
		}
		o.Add(cells...)
	}
	for i, f := range figures[:min(len(figures), mostCharted)] {
		row := head + 1 + i
		o.Gap(6)
		o.Draw(draw.Chart{Bars: draw.Upright, Height: 130, Title: f.Entry.Name + " (" + look.Unit(string(f.Unit)) + ")",
			Series: []draw.Series{{Name: o.Of(1, row, 1, row), Labels: o.Of(3, head, 2+len(years), head),
				Values: o.Of(3, row, 2+len(years), row), Shade: draw.Middle}}})
	}
}

// inYear is what the figure was in a year, a blank where nothing is told.
func inYear(f *assess.Figure, year int) draw.Cell {
	for _, of := range append(f.Years(), f) {
		if of.Year != year {
			continue
		}
		switch of.Measure.(type) {
		case commune.Number, commune.Rate:
			value := criteria.Trimmed(of.Value().Round(2))
			return look.Number(value, look.Body.InsetRight().Shown(look.Grouped(look.PlacesOf(value))))
		}
		return draw.Text(of.String(), look.Body.ToRight())
	}
	return look.Blank()
}

// done is the sheet Kết quả thực hiện: what was done for each criterion, in the commune's
// own words; a criterion of which nothing is said is left out.
func (d *dossier) done() *draw.Sheet {
	var s *draw.Sheet
	var names []string
	for i := range d.a.Levels {
		for _, c := range d.a.Levels[i].Criteria {
			key := vi.Fold(c.Name)
			if c.Remark == nil || slices.Contains(names, key) {
				continue
			}
			if s == nil {
				s = d.begin(doneName, d.landscape(), "KẾT QUẢ THỰC HIỆN TỪNG TIÊU CHÍ", 5, 34, 62, 28, 26)
				s.Head.Row = s.AddHead(look.Heads("TT", "Tiêu chí", "Nội dung đã thực hiện", "Khối lượng",
					"Kinh phí")...)
			}
			names = append(names, key)
			s.Add(look.Mid(fmt.Sprint(len(names))), look.Text(c.No+". "+c.Name), look.Text(c.Remark.Done),
				look.Text(c.Remark.Amount), look.Text(c.Remark.Cost))
		}
	}
	return s
}
