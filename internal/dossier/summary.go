package dossier

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// summary is the sheet Tổng hợp. Its first page can be read alone: what came of each
// level, what decides it, the conditions of recognition and what the cross-checks noticed;
// then what was assessed, and the rates nearest to their thresholds.
func (d *dossier) summary() *draw.Sheet {
	s := d.begin(summaryName, d.portrait(), "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", 30, 13, 13, 13, 13, 13, 13)
	s.Locked, s.Fitted = look.Locked, false
	outline := &outline{Sheet: s}
	drawLevels := d.verdicts(outline)
	d.deciding(outline)
	d.conditionsMet(outline)
	if !d.onlyInforms() {
		d.noticed(outline)
	}
	d.facts(outline)
	if d.onlyInforms() {
		d.noticed(outline)
	}
	d.history(outline)
	d.compared(outline)
	outline.end()
	drawLevels()
	last := len(s.Rows)
	s.Gap(9)
	s.Line(fmt.Sprintf("Bộ tiêu chí đã dùng: %s", d.a.Criteria.Digest), look.Small)
	s.Line(vi.Join(" ", "Lập bằng phần mềm ntm", d.a.Engine.Version), look.Small)
	s.Line("Mã hồ sơ: "+Printed(d.fingerprint)+". Đối chiếu bằng lệnh ntm verify.", look.Small)
	s.Bind(last)
	return s
}

// outline numbers the sections of a sheet with Roman numerals. A short one stays on one page,
// the first and the last two rows of another.
type outline struct {
	*draw.Sheet
	sections int
	first    int // row of the section
}

func (o *outline) section(name string) {
	o.end()
	o.sections++
	o.Gap(9)
	o.Heading(vi.Roman(o.sections)+". "+strings.ToUpper(name), look.Section)
	o.first = len(o.Rows) + 1
}

// end ends a section.
func (o *outline) end() {
	if o.first > 0 && len(o.Rows) > o.first {
		o.Keep(o.first)
	}
	o.first = 0
}

// fact is a row of a name and what is known under it; without anything it is
// left out.
func (o *outline) fact(name, value string) {
	if value != "" {
		o.Add(draw.Text(name, look.Label), look.Text(value).Over(o.Columns()-1))
	}
}

func (d *dossier) facts(o *outline) {
	o.section("Thông tin chung")
	r := d.a.Report
	o.fact("Mã đơn vị hành chính", d.a.Commune.Code)
	o.fact("Vùng", criteria.Region(d.a.Commune.Region).Title())
	traits := func(name string, traits []criteria.Trait) {
		o.fact(name, vi.Capital(vi.List("; ", traits, criteria.Trait.Title)))
	}
	traits("Đặc điểm", r.Traits)
	traits("Đặc điểm chưa trả lời", d.a.Set.Query.Unknown)
	o.fact("Năm xét, công nhận", fmt.Sprint(d.a.Year))
	o.fact("Văn bản áp dụng đến ngày", vi.Day(d.a.Date))
	if v := r.SmartVillage; v != nil {
		o.fact("Thôn thông minh", vi.Join(", ", v.Villages...))
	}
	o.fact("Lĩnh vực nổi trội", vi.List(", ", r.OutstandingFields, func(f commune.Field) string { return f.Name }))
	o.fact("Ghi chú của báo cáo", r.Note)
	o.fact("Quy định áp dụng thêm", vi.Join("; ", d.a.Criteria.Overlays...))
	o.fact("Chú ý", vi.Capital(d.a.Criteria.NationOnly))
}

// byLevel is a row with a cell for each level, over so many columns, beside a name.
func (d *dossier) byLevel(o *outline, each int, name draw.Cell, cellOf func(*assess.Level) draw.Cell) int {
	cells := []draw.Cell{name.Over(o.Columns() - each*len(d.a.Levels))}
	for i := range d.a.Levels {
		cells = append(cells, cellOf(&d.a.Levels[i]).Over(each))
	}
	return o.Add(cells...)
}

// broad is how many columns each level has beside short names.
func (d *dossier) broad(o *outline) int { return (o.Columns() - 1) / len(d.a.Levels) }

// ofLevels is a row that names in a cell for each level what came of it.
func (d *dossier) ofLevels(o *outline, name string, cellOf func(*assess.Level) draw.Cell) {
	d.byLevel(o, d.broad(o), draw.Text(name, look.Label), cellOf)
}

// said is a row of words for each level.
func (d *dossier) said(o *outline, name string, say func(*assess.Level) string) {
	d.ofLevels(o, name, func(l *assess.Level) draw.Cell { return look.Mid(say(l)) })
}

func (d *dossier) levelHeads(o *outline, each int, first string) {
	row := d.byLevel(o, each, draw.Text(first, look.Head), func(l *assess.Level) draw.Cell {
		return draw.Text("Xã "+l.Level.Title(), look.Head)
	})
	o.Rows[row-1].Bound = true
}

// verdicts is the table of what came of each level; what it gives draws it further below.
func (d *dossier) verdicts(o *outline) (draws func()) {
	o.section("Kết quả theo từng mức")
	d.levelHeads(o, d.broad(o), "Nội dung")
	centred := look.Body.Centred()
	d.ofLevels(o, "Kết luận", func(l *assess.Level) draw.Cell {
		return draw.Computed(d.standings[l.Level].verdict, l.Verdict.Word(), centred.InBold())
	})
	first := len(o.Rows) + 1
	d.ofLevels(o, "Tiêu chí đạt", func(l *assess.Level) draw.Cell {
		return draw.Computed(d.standings[l.Level].criteria, float64(l.CriteriaMet),
			centred.Shown(ofTotal(l.CriteriaTotal, "tiêu chí")))
	})
	for _, o1 := range []assess.Outcome{assess.NotMet, assess.Undetermined} {
		d.ofLevels(o, "Tiêu chí "+strings.ToLower(o1.Word()),
			func(l *assess.Level) draw.Cell { return d.criteriaThat(l, o1) })
	}
	last := len(o.Rows)
	d.ofLevels(o, "Chỉ tiêu đạt", func(l *assess.Level) draw.Cell {
		return draw.Computed(d.standings[l.Level].indicators, float64(l.IndicatorsMet),
			centred.Shown(ofTotal(l.IndicatorsTotal, "chỉ tiêu")))
	})
	d.said(o, "Minh chứng", func(l *assess.Level) string {
		if l.Evidence == assess.NoEvidence {
			return "Còn số liệu chưa có minh chứng"
		}
		return l.Evidence.Word()
	})
	d.ofLevels(o, "Điều kiện tiên quyết", func(l *assess.Level) draw.Cell {
		if l.Prerequisite == nil {
			return draw.Text("Không yêu cầu", centred)
		}
		return d.standings[l.Level].prerequisite(centred)
	})
	d.said(o, "Mức áp dụng", func(l *assess.Level) string {
		return vi.Capital(ColumnOf(l))
	})
	d.said(o, "Dự thảo", func(l *assess.Level) string {
		if !l.Draft {
			return "Không"
		}
		return "Có: " + assess.Unsettled(*l)
	})
	return func() { d.drawLevels(o, first, last) }
}

// conditionsMet are the conditions of recognition, which the levels share.
func (d *dossier) conditionsMet(o *outline) {
	if len(d.top().Conditions) == 0 {
		return
	}
	o.section("Điều kiện công nhận")
	each := 2 // beside names of a line
	if len(d.a.Levels) > each {
		each = 1
	}
	d.levelHeads(o, each, "Điều kiện")
	for _, g := range d.top().Conditions {
		d.byLevel(o, each, draw.Text(g.Name, look.Label), func(l *assess.Level) draw.Cell {
			for _, c := range l.Conditions {
				if c.ID == g.ID {
					return draw.Computed(d.gates[gate{l.Level, c.ID}], c.Outcome.Word(), look.Body.Centred())
				}
			}
			return look.Blank()
		})
	}
}

// criteriaThat counts the criteria of a level that came out so.
func (d *dossier) criteriaThat(l *assess.Level, o assess.Outcome) draw.Cell {
	n := list.Count(l.Criteria, func(c assess.Criterion) bool { return c.Outcome == o })
	return draw.Computed(d.standings[l.Level].criteriaThat(o), float64(n), look.Body.Centred().Shown(`0" tiêu chí"`))
}

// ofTotal is the format of a count of so many; of none it is the count alone.
func ofTotal(total int, what string) string {
	if total == 0 {
		return fmt.Sprintf(`0" %s"`, what)
	}
	return fmt.Sprintf(`0"/%d %s"`, total, what)
}
