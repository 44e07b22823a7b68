package blank

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// state is the state of a figure as the form begins: of a sum also by its parts.
func (d *drawing) state(a *layout.Asked, f *commune.Figure) string {
	lacks := func(id string) bool { return d.carried.figures[id] == nil }
	if f == nil && a.Parts > 0 && !slices.ContainsFunc(a.SumOf(), lacks) {
		return stateGiven // all that it is the sum of was carried over
	}
	return state(a, f, d.plan.Year)
}

// partsGiven is the test of whether the rows below that of a sum, in row n, are all filled
// in; "" where the figure is no sum.
func (d *drawing) partsGiven(a *layout.Asked, n int) string {
	var tests []string
	t := figureTable(d.plan)
	n += 1 + a.Between
	for i := range a.Parts {
		tests = append(tests, fmt.Sprintf("COUNTA(%s)>0", draw.Cells(columnOf(t, "ntm:value"), n+i,
			columnOf(t, "ntm:denominator"), n+i)))
	}
	if tests == nil {
		return ""
	}
	return "AND(" + strings.Join(tests, ",") + ")"
}

// earlier is what a figure was in years before, as its cell has it: "2022: 44,1; 2021: 40,2".
// What is carried over stands there too where it is of a year before the form's: it stays to
// be seen when the result is typed over.
func earlier(a *layout.Asked, f *commune.Figure, formYear int) string {
	years := f.Earlier
	if f.Year < formYear {
		years = append([]commune.Earlier{{Year: f.Year, Measure: f.Measure}}, years...)
	}
	return vi.List("; ", years, func(e commune.Earlier) string {
		return fmt.Sprintf("%d: %s", e.Year, inWords(a, e.Measure))
	})
}

// remarks is the sheet of what was done for each criterion, which the report's papers print.
func (d *drawing) remarks() *page {
	t := &layout.RemarkTable
	p := d.page(layout.RemarkSheet, "KẾT QUẢ THỰC HIỆN TỪNG TIÊU CHÍ", widths(t)...)
	p.remark("Không bắt buộc. Ghi tóm tắt đã làm gì, bao nhiêu, kinh phí; in vào báo cáo của xã, không dùng để xét.")
	p.heads(t)
	p.Frozen = draw.Ref(columnOf(t, "ntm:done"), p.Head.Row+1)
	first := p.Last() + 1
	for i := range d.groups {
		g := &d.groups[i]
		if g.Told != "" {
			continue
		}
		cells := blanks(t, nil)
		cells[0] = draw.Unseen(g.RemarkKey())
		cells[1] = draw.Text(heading(g), body)
		n := p.AddOpen(cells...)
		p.Rows[n-1].Height = 34
	}
	if p.Last() >= first {
		p.check(t, first, p.Last())
	}
	return p
}
