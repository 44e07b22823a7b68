package wordpapers

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docx"
	"ntm/internal/dossier"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/vi"
)

// short is what a level lacks, and of the level that is asked for the same in a line.
func (v *values) short(item *docx.Values, l *assess.Level) {
	for x := range l.Judged() {
		if x.Outcome != assess.NotMet {
			continue
		}
		item.Add("chưa đạt").Set("số", labelOf(x), "tên", x.Name, "còn thiếu", look.Unit(dossier.Lacks(x.Judgement)))
	}
	if p := l.Prerequisite; p != nil && p.Outcome() != assess.Met {
		item.Add("việc chung").Set("nội dung", fmt.Sprintf("Phải đạt trước: %s (%s)", vi.Lower(p.Text), p.Basis))
	}
	for _, f := range outlook.ShortfallOf(v.a).Levels {
		if f.Level != l.Level {
			continue
		}
		for _, open := range f.Open {
			item.Add("việc chung").Set("nội dung", vi.Capital(open))
		}
		for _, d := range f.Doubted {
			item.Add("việc chung").Set("nội dung", vi.Capital(d.Message))
		}
		owed(item, l, &f)
		item.Put("tóm tắt còn thiếu", ":")
		if f.Nothing() {
			item.Put("tóm tắt còn thiếu", ": không còn nội dung chưa đạt hoặc thiếu số liệu.")
		}
	}
	if l == v.top() {
		v.shortInLine(l)
	}
}

// labelOf is how a text names what was judged.
func labelOf(x assess.Judged) string {
	if x.Condition {
		return "điều kiện"
	}
	return "chỉ tiêu " + x.No
}

// owed are figures by who confirms them, and thresholds by who sets them.
func owed(item *docx.Values, l *assess.Level, f *outlook.LevelShortfall) {
	add := func(list, who string, numbers []string) {
		item.Add(list).Set("cơ quan", who, "chỉ tiêu", vi.Join(", ", numbers...))
	}
	for who, owed := range list.By(f.NoFigure, func(o outlook.FigureOwed) string { return o.Figure.ConfirmedBy }) {
		var numbers []string
		for _, o := range owed {
			for _, no := range o.For {
				numbers = list.Once(numbers, numbered(l, no))
			}
		}
		add("chưa có số liệu", who, numbers)
	}
	for who, owed := range list.By(f.NoThreshold, func(t outlook.ThresholdOwed) criteria.Layer { return t.SetBy }) {
		numbers := list.Map(owed, func(t outlook.ThresholdOwed) string { return numbered(l, t.No) })
		add("chưa có ngưỡng", who.Title()+" quy định", list.Once(nil, numbers...))
	}
}

// outcomes are numbers by what came of them.
type outcomes map[assess.Outcome][]string

// order is that in which outcomes are told.
var order = []assess.Outcome{assess.Met, assess.NotMet, assess.NoFigure, assess.NoThreshold, assess.Undetermined,
	assess.NotApplicable}

// counted is how many there are of each: "12 đạt, 2 chưa đạt".
func (o outcomes) counted() string {
	var said []string
	for _, one := range order {
		if n := len(o[one]); n > 0 {
			said = append(said, fmt.Sprintf("%d %s", n, vi.Lower(one.Word())))
		}
	}
	return vi.Join(", ", said...)
}

// numbered is an indicator by its number, a condition by its name.
func numbered(l *assess.Level, no string) string {
	for i := range l.Conditions {
		if l.Conditions[i].ID == no {
			return "điều kiện “" + l.Conditions[i].Name + "”"
		}
	}
	return no
}

// shortInLine is what the level that is asked for lacks, in a line each.
func (v *values) shortInLine(l *assess.Level) {
	say := func(name string, outcome assess.Outcome) {
		numbers, conditions := l.Named(outcome)
		var said []string
		if len(numbers) > 0 {
			said = append(said, fmt.Sprintf("%d chỉ tiêu (%s)", len(numbers), vi.Join(", ", numbers...)))
		}
		if len(conditions) > 0 {
			said = append(said, fmt.Sprintf("%d điều kiện (%s)", len(conditions), vi.Join("; ", conditions...)))
		}
		v.Put(name, vi.Join("; ", said...))
	}
	say("chưa đạt gọn", assess.NotMet)
	say("thiếu số liệu gọn", assess.NoFigure)
	say("thiếu ngưỡng gọn", assess.NoThreshold)
}
