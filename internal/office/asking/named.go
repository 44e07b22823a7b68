package asking

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// How well a name answers what a person typed, from best to none. What is typed with tone
// marks is looked for with them first.
const (
	sameNumber = iota
	numberAbove
	sameName
	beginsSo
	saysSo
	saysSoPlainly // without tone marks
	hasTheWords
	notMeant
)

// meant tells how well a name answers words.
func meant(name, words string) int {
	toned, said := vi.FoldTone(name), vi.FoldTone(words)
	plain, plainly := vi.Fold(name), vi.Fold(words)
	switch {
	case plainly == "":
		return notMeant
	case toned == said, plain == plainly:
		return sameName
	case strings.HasPrefix(toned+" ", said+" "):
		return beginsSo
	case within(toned, said):
		return saysSo
	case within(plain, plainly):
		return saysSoPlainly
	}
	for w := range strings.FieldsSeq(plainly) {
		if !within(plain, w) {
			return notMeant
		}
	}
	return hasTheWords
}

// within tells whether whole words stand in a text.
func within(text, words string) bool {
	for text != "" {
		before, after, found := strings.Cut(text, words)
		if !found {
			return false
		}
		if !isLetter(before, len(before)-1) && !isLetter(after, 0) {
			return true
		}
		text = after
	}
	return false
}

// isLetter tells a letter at a place of a text from a sign, and from nothing.
func isLetter(s string, at int) bool {
	return s != "" && !strings.ContainsAny(s[at:at+1], ` ,.;:()[]/-"'`)
}

// leveled takes the level from the front of a text: "nâng cao/10", "nâng cao 10", "NTM 10" as
// forms and dossiers print it, "10 nâng cao"; "" where it names none.
func leveled(text string) (level criteria.Level, rest string) {
	if before, after, ok := strings.Cut(text, "/"); ok {
		if l, known := criteria.LevelNamed(before); known {
			return l, after
		}
	}
	words := strings.Fields(text)
	for i := len(words) - 1; i > 0; i-- {
		front, back := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if l, known := criteria.LevelNamed(front); known && isNumber(office.NumberOf(back)) {
			return l, back
		}
		if l, known := criteria.LevelNamed(back); known && isNumber(office.NumberOf(front)) {
			return l, front
		}
	}
	return "", text
}

// isNumber tells the number of an indicator: "10", "17.1".
func isNumber(text string) bool {
	return strings.Trim(text, "0123456789.") == "" && strings.Trim(text, ".") != ""
}

// usual is the figure that people mean by a few words which stand in no name, or in many.
var usual = map[string]string{
	"hai long": commune.SatisfactionFigure, "su hai long": commune.SatisfactionFigure,
	"nguoi dan hai long": commune.SatisfactionFigure, "ty le hai long": commune.SatisfactionFigure,
	"lay y kien": commune.CoverageFigure, "ho duoc lay y kien": commune.CoverageFigure,
	"an ninh": commune.SecurityFigure, "an ninh trat tu": commune.SecurityFigure,
	"an ninh, trat tu": commune.SecurityFigure, "no": commune.ArrearsFigure, "no dong": commune.ArrearsFigure,
	"no xay dung co ban": commune.ArrearsFigure, "no dong xdcb": commune.ArrearsFigure,
	"ngheo": "multidimensional_poverty_rate", "ho ngheo": "multidimensional_poverty_rate",
	"ty le ngheo":        "multidimensional_poverty_rate",
	"thu nhap dau nguoi": "income_per_capita", "tnbqdn": "income_per_capita",
	"bhyt": "health_insurance_rate", "bao hiem y te": "health_insurance_rate",
}

// saidAs are the indicators and conditions, at a level or at all, that judge by the figure
// which people mean by some words; nil where the words are not such or judge nothing here.
func saidAs(a *assess.Assessment, level criteria.Level, text string) (out []assess.Judged) {
	id := usual[vi.Fold(text)]
	if id == "" {
		return nil
	}
	for i := range a.Levels {
		if level != "" && a.Levels[i].Level != level {
			continue
		}
		for x := range a.Levels[i].Judged() {
			if figures := figuresOf([]assess.Judged{x}); len(figures) == 1 && figures[0].ID == id {
				out = append(out, x)
			}
		}
	}
	return out
}

// judgedAs are the indicators and conditions of an assessment that a text means best, at a
// level or at all for "": "nang-cao/10", "nâng cao/10", "10", "tiêu chí 10", or words of
// their names.
func judgedAs(a *assess.Assessment, level criteria.Level, text string) (out []assess.Judged, how int) {
	if l, rest := leveled(text); l != "" {
		level, text = l, rest
	}
	if known := saidAs(a, level, text); known != nil {
		return known, sameName
	}
	no := office.NumberOf(text)
	how = notMeant
	for i := range a.Levels {
		l := &a.Levels[i]
		if level != "" && l.Level != level {
			continue
		}
		above := map[string]*assess.Criterion{}
		for k := range l.Criteria {
			for n := range l.Criteria[k].Indicators {
				above[l.Criteria[k].Indicators[n].No] = &l.Criteria[k]
			}
		}
		for x := range l.Judged() {
			var best int
			c := above[x.No]
			switch {
			case x.No == no:
				best = sameNumber
			case x.Condition || c == nil:
				best = meant(x.Name, no)
			case c.No == no:
				best = numberAbove
			default:
				best = min(meant(x.Name, no), max(meant(c.Name, no), sameName))
			}
			if best < how {
				out, how = nil, best
			}
			if best == how && how < notMeant {
				out = append(out, x)
			}
		}
	}
	return out, how
}

// entry is the figure that a name means: its id, the number of an indicator that judges by
// it alone, or words.
func (o Supposing) entry(name string) (*criteria.Figure, error) {
	if f, ok := o.Lib.Figures[name]; ok {
		return f, nil
	}
	if f, ok := o.Lib.Figures[usual[vi.Fold(name)]]; ok {
		return f, nil
	}
	var found []*criteria.Figure
	if o.Before != nil {
		found = o.named(name)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, o.unknown(name)
	}
	return nil, problem.Problem{Message: fmt.Sprintf("%q có thể là %d số liệu: %s", name, len(found),
		someOf(found, func(f *criteria.Figure) string { return fmt.Sprintf("%s (%s)", f.ID, f.Name) })),
		Hint: fmt.Sprintf("ghi tên hoặc mã một số liệu trước dấu =, ví dụ \"%s\"=", found[0].Name)}
}

// unknown says that nothing is called so, and what may be meant.
func (o Supposing) unknown(name string) error {
	hint := "ghi vài chữ của tên số liệu, hoặc số chỉ tiêu; xem các số liệu: ntm criteria figures"
	press := problem.Press("ghi vài chữ của tên số liệu, hoặc số chỉ tiêu, như ở trang Số liệu")
	ids := list.Map(o.Lib.FigureList, func(known *criteria.Figure) string { return known.ID })
	if near, found := vi.Nearest(name, ids); found {
		hint, press = fmt.Sprintf("có phải ý là %q?", near), nil
	}
	if no := office.NumberOf(name); o.Before != nil && strings.Trim(no, "0123456789.") == "" {
		return problem.Problem{Message: fmt.Sprintf("không có chỉ tiêu %q trong các bộ tiêu chí năm %d", name,
			o.Before.Year), Hint: hint, Page: press}
	}
	return problem.Problem{Message: fmt.Sprintf("không có số liệu nào tên hoặc mã %q", name), Hint: hint,
		Page: press}
}

// named are the figures that a text means best: by their own names, or by those of the
// indicators that judge by them. Those that are judged here go before others.
func (o Supposing) named(text string) []*criteria.Figure {
	judged, how := judgedAs(o.Before, o.Level, text)
	found := figuresOf(judged)
	here := map[*criteria.Figure]bool{}
	for i := range o.Before.Levels {
		if l := &o.Before.Levels[i]; o.Level == "" || l.Level == o.Level {
			for x := range l.Judged() {
				for _, f := range figuresOf([]assess.Judged{x}) {
					here[f] = true
				}
			}
		}
	}
	if how <= numberAbove {
		return found
	}
	for _, only := range []bool{true, false} {
		var named []*criteria.Figure
		best := notMeant
		for _, f := range o.Lib.FigureList {
			is := meant(f.Name, text)
			if here[f] != only || is == notMeant || is > best {
				continue
			}
			if is < best {
				named, best = nil, is
			}
			named = append(named, f)
		}
		switch {
		case best < how:
			return named
		case best == how && how < notMeant:
			return slices.Compact(slices.SortedFunc(slices.Values(slices.Concat(found, named)),
				func(a, b *criteria.Figure) int { return cmp.Compare(a.ID, b.ID) }))
		case only && how < notMeant:
			return found
		}
	}
	return found
}

// figuresOf are the figures that indicators judge by, each once.
func figuresOf(judged []assess.Judged) []*criteria.Figure {
	var out []*criteria.Figure
	for _, x := range judged {
		x.Leaves(func(leaf *assess.Judgement) {
			if f := leaf.Threshold.Figure; f != nil && !slices.Contains(out, f) {
				out = append(out, f)
			}
		})
	}
	return out
}

// someOf lists the first of many.
func someOf[T any](all []T, say func(T) string) string {
	const most = 8
	if len(all) <= most {
		return vi.List("; ", all, say)
	}
	return vi.List("; ", all[:most], say) + fmt.Sprintf("; và %d nữa", len(all)-most)
}
