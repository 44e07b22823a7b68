package dossier

import (
	"fmt"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// shortfall is the sheet Khoảng cách: for each level the work that is left, the
// nearest first, then what nobody has reported, entered or proven yet.
func (d *dossier) shortfall() *draw.Sheet {
	s := d.begin(shortfallName, d.landscape(), "NHỮNG NỘI DUNG CÒN THIẾU SO VỚI TỪNG MỨC", 9, 43, 22, 20, 20, 18, 26)
	s.Line("Xếp theo số liệu khi lập hồ sơ; cột “Còn thiếu” và “Tương đương” tính lại khi số liệu thay đổi.",
		look.Remark)
	s.Head.Row = s.AddHead(look.Heads("Chỉ tiêu", "Nội dung", "Kết quả", "Yêu cầu", "Còn thiếu", "Tương đương",
		"Cơ quan xác nhận, quy định")...)
	lacking := outlook.ShortfallOf(d.a)
	if onlyUnproven(lacking.Levels) && len(d.a.Report.Evidence) > 0 {
		return nil // the list of evidence says so
	}
	for i := range lacking.Levels {
		if l := &lacking.Levels[i]; !l.Nothing() || len(l.Evidence) > 0 {
			title := fmt.Sprintf("Xã %s: ", l.Level.Title())
			s.AddHead(draw.Computed(quote(title)+"&"+d.standings[l.Level].verdict, title+l.Verdict.Word(),
				look.Group).Over(s.Columns()))
			(&owed{Sheet: s, of: &d.a.Levels[i], d: d}).all(l)
		}
	}
	if len(s.Rows) == s.Head.Row {
		return nil
	}
	s.Locked = look.Locked
	return s
}

// onlyUnproven tells that nothing is short but proof.
func onlyUnproven(levels []outlook.LevelShortfall) bool {
	return !slices.ContainsFunc(levels, func(l outlook.LevelShortfall) bool { return !l.Nothing() })
}

// owed is the sheet as a level's part of it is laid down.
type owed struct {
	*draw.Sheet
	of *assess.Level
	d  *dossier
}

func (o *owed) all(l *outlook.LevelShortfall) {
	if p := l.Prerequisite; p != nil {
		o.part("Phải đạt trước")
		of := o.d.standings[o.of.Level]
		o.Add(look.Blank(), look.Text(p.Text), of.prerequisite(look.Body.Centred()), look.Mid("Đạt"),
			of.basis(look.Body).Over(o.Columns()-colMissing+1))
	}
	o.unmet(l.NotMet)
	for i, f := range l.Doubted {
		if i == 0 {
			o.part("Số liệu không hợp lý, cần sửa trước khi kết luận (%d)", len(l.Doubted))
		}
		o.wideWork("", vi.Capital(f.Message))
	}
	o.unreported(l.NoFigure)
	o.unset(l)
	o.unproven(l.Evidence)
}

// part heads a kind of work.
func (o *owed) part(format string, args ...any) {
	o.Heading(fmt.Sprintf(format, args...), look.Label.InItalic())
}

// wideWork says in one text what the columns do not divide.
func (o *owed) wideWork(no, content string) {
	o.Add(look.Mid(no), look.Text(content).Over(o.Columns()-1))
}

func (o *owed) unmet(list []outlook.Unmet) {
	if len(list) == 0 {
		return
	}
	order := ""
	if len(list) > 1 && list[0].Distance != nil {
		order = ", gần ngưỡng nhất xếp trước"
	}
	o.part("Chưa đạt (%d)%s", len(list), order)
	for _, u := range list {
		first := len(o.Rows) + 1
		for _, step := range u.Steps {
			name := u.Name
			if u.Parted {
				name += ": " + step.Figure.Entry.Name
			}
			o.step(o.label(u.No), name, &step)
		}
		if len(u.Steps) == 0 {
			o.wideWork(o.label(u.No), u.Name+": số liệu không thuộc trường hợp nào của quy định; xem lại số liệu")
		}
		o.Bind(first)
	}
}

// unreported lists the figures nobody has reported, those that one office
// confirms together.
func (o *owed) unreported(list []outlook.FigureOwed) {
	if len(list) == 0 {
		return
	}
	o.part("Chưa có số liệu (%d), xếp theo cơ quan xác nhận", len(list))
	byOffice(o, "số liệu", list, func(f outlook.FigureOwed) string { return f.Figure.ConfirmedBy },
		func(f outlook.FigureOwed) string { return o.labels(f.For) },
		func(f outlook.FigureOwed) {
			o.Add(look.Mid(o.labels(f.For)),
				look.Text(fmt.Sprintf("%s (%s)", f.Asked(), look.Unit(string(f.Figure.Unit)))).Over(o.Columns()-2),
				look.Text(vi.Capital(f.Figure.ConfirmedBy)))
		})
}

// byOffice lists what offices owe, each its own together: one by one what is little, else
// a row for each office with how many and of which indicators.
func byOffice[T any](o *owed, what string, all []T, office, label func(T) string, add func(T)) {
	for name, of := range list.By(all, office) {
		if len(all) <= fewMissing {
			for _, x := range of {
				add(x)
			}
			continue
		}
		numbers := list.Map(of, label)
		o.Add(look.Blank(), look.Text(fmt.Sprintf("%d %s: %s", len(numbers), what, named(slices.Compact(numbers)))).
			Over(o.Columns()-2), look.Text(vi.Capital(name)))
	}
}

// named are indicators by number, with the conditions among them.
func named(labels []string) string {
	isGate := func(l string) bool { return l == gateLabel }
	indicators, gates := "", ""
	if numbers := slices.DeleteFunc(slices.Clone(labels), isGate); len(numbers) > 0 {
		indicators = "chỉ tiêu " + vi.Join(", ", numbers...)
	}
	if slices.ContainsFunc(labels, isGate) {
		gates = "điều kiện công nhận"
	}
	return vi.Join("; ", indicators, gates)
}

// unset lists what nobody has entered of the standard.
func (o *owed) unset(l *outlook.LevelShortfall) {
	if len(l.NoThreshold)+len(l.Open) == 0 {
		return
	}
	o.part("Chưa có ngưỡng, cơ quan nhập từ quyết định (%d)", len(l.NoThreshold)+len(l.Open))
	byOffice(o, "ngưỡng", l.NoThreshold, func(t outlook.ThresholdOwed) string { return t.SetBy.Title() },
		func(t outlook.ThresholdOwed) string { return o.label(t.No) },
		func(t outlook.ThresholdOwed) {
			o.Add(look.Mid(o.label(t.No)), look.Text(t.Name).Over(2), look.Text(look.Unit(t.Text)).Over(3),
				look.Text(vi.Capital(t.SetBy.Title())))
		})
	for _, words := range l.Open {
		o.wideWork("", vi.Capital(words))
	}
}

// unproven names what is met and not proven, by how far the proof has come.
func (o *owed) unproven(all []outlook.EvidenceOwed) {
	if len(all) == 0 {
		return
	}
	o.part("Đạt nhưng còn nợ minh chứng (%d số liệu)", len(all))
	for _, how := range []struct {
		evidence assess.Evidence
		words    string
	}{{assess.NoEvidence, "Chưa kê tài liệu nào"}, {assess.Listed, "Đã kê tài liệu, chưa có tệp"}} {
		owed := list.Where(all, func(e outlook.EvidenceOwed) bool { return e.Evidence == how.evidence })
		if len(owed) > 0 {
			nos := list.Map(owed, func(e outlook.EvidenceOwed) string { return o.labels(e.For) })
			o.wideWork("", fmt.Sprintf("%s, %d số liệu: %s", how.words, len(owed), named(slices.Compact(nos))))
		}
	}
}

// label is the number of an indicator, or that it is a condition.
func (o *owed) label(no string) string {
	if slices.ContainsFunc(o.of.Conditions, func(c assess.Condition) bool { return c.ID == no }) {
		return gateLabel
	}
	return no
}

// gateLabel stands for the number that a condition has not.
const gateLabel = "ĐK"

func (o *owed) labels(nos []string) string {
	return vi.Join(", ", slices.Compact(list.Map(nos, o.label))...)
}
