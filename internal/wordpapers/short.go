package wordpapers

import (
	"fmt"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/docx"
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
		gap := look.Unit(x.Gaps())
		if by := x.UncheckedBy(); by != "" {
			gap = vi.Join("; ", gap, by+" chưa đối chiếu")
		}
		item.Add("chưa đạt").Set("số", labelOf(x), "tên", x.Name, "còn thiếu", gap)
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
	figures, thresholds := &grouped{}, &grouped{}
	for _, one := range f.NoFigure {
		for _, no := range one.For {
			figures.add(one.Figure.ConfirmedBy, numbered(l, no))
		}
	}
	for _, t := range f.NoThreshold {
		thresholds.add(t.SetBy.Title()+" quy định", numbered(l, t.No))
	}
	figures.list(item, "chưa có số liệu")
	thresholds.list(item, "chưa có ngưỡng")
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

// grouped is numbers by who answers for them, in the order in which they came.
type grouped struct {
	who     []string
	numbers [][]string
}

func (g *grouped) add(who, no string) {
	i := slices.Index(g.who, who)
	if i < 0 {
		i = len(g.who)
		g.who, g.numbers = append(g.who, who), append(g.numbers, nil)
	}
	if !slices.Contains(g.numbers[i], no) {
		g.numbers[i] = append(g.numbers[i], no)
	}
}

func (g *grouped) list(item *docx.Values, name string) {
	for i, who := range g.who {
		item.Add(name).Set("cơ quan", who, "chỉ tiêu", vi.Join(", ", g.numbers[i]...))
	}
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
