package blank

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// owing is what a form asks somebody for, and where it shows whether it is there.
type owing struct {
	who, name   string
	no          string // the indicator that judges it, or its name
	test, named string // formulas: whether it is lacking, and its name behind a semicolon
	isOwed      bool   // as the form begins
}

// asks notes that a figure is asked for in a row, in the state that the row begins with.
func (d *drawing) asks(a *layout.Asked, row int, state string) {
	if t := figureTable(d.plan); !a.Optional {
		d.owed = append(d.owed, owing{who: d.plan.Division.Of(a.Figure.ID, a.Figure.ConfirmedBy).Name, name: a.Name,
			no: briefNo(a), isOwed: state == stateMissing,
			test:  fmt.Sprintf("%s=%q", absolute(layout.FigureSheet, columnOf(t, "ntm:state"), row), stateMissing),
			named: `"; "&` + absolute(layout.FigureSheet, columnOf(t, "ntm:name"), row)})
	}
}

// briefNo is the first indicator that judges a figure, in few letters: those of NTM by
// their number, those of a higher level after its initials.
func briefNo(a *layout.Asked) string {
	if len(a.Nos) == 0 {
		return a.Name
	}
	no := strings.TrimPrefix(a.Nos[0], a.From.Brief()+" ")
	if a.From == criteria.NTM {
		return no
	}
	return initials(a.From) + no
}

// initials are the first letters of a level's words: "NC" of "nâng cao".
func initials(l criteria.Level) string {
	out := ""
	for w := range strings.FieldsSeq(l.Brief()) {
		out += strings.ToUpper(string([]rune(w)[:1]))
	}
	return out
}

// mostNamed is how many that are missing are told by their names; of more, the numbers.
const mostNamed = 3

// The columns of the page.
const (
	briefWho = iota + 1
	briefCount
	briefBy
	briefWhat
)

// brief is the page for the chairman of the commune: who has what still to answer, and by
// when. It follows what is filled in, and is printed on one sheet of paper.
func (d *drawing) brief() *page {
	p := blankPage(layout.BriefSheet, subject(d.plan), draw.Page{Single: true}, 25, 8, 13, 62)
	wide := func(c draw.Cell) { p.Add(c.Over(briefWhat)) }
	head := draw.Look{Size: 14, Bold: true, Across: "center"}
	wide(draw.Text("VIỆC CÒN THIẾU TRONG BÁO CÁO CỦA XÃ", head))
	head.Size = 12
	wide(draw.Text(whose(d.plan), head))
	wide(draw.Text(d.upTo(), draw.Look{Size: 11, Italic: true, Across: "center"}))
	given, asked := guideCell(2, d.meterAt), guideCell(3, d.meterAt)
	wide(draw.Computed(fmt.Sprintf(`"Đã có "&%s&"/"&%s&" nội dung cần báo cáo; còn thiếu "&(%s-%s)&"."`, given, asked,
		asked, given), fmt.Sprintf("Đã có %d/%d nội dung cần báo cáo; còn thiếu %d.", d.given, d.asked,
		d.asked-d.given), draw.Look{Size: 12, Bold: true}))
	counts := d.counts()
	wide(draw.Computed(guideCell(1, d.meterAt+1), counts.Value, counts.Look))
	p.Head.Row = p.Add(draw.Text("Ai trả lời", colHead), draw.Text("Còn thiếu", colHead),
		draw.Text(layout.DueHead, toFill), draw.Text("Còn thiếu những gì", colHead))
	first := p.Last() + 1
	for _, of := range division.Departments() {
		if slices.ContainsFunc(d.owed, func(o owing) bool { return o.who == of.Name }) {
			d.owes(p, of.Name, d.plan.Due[of.ID])
		}
	}
	if last := p.Last(); last >= first {
		p.take(rule{area: draw.Cells(briefBy, first, briefBy, last), kind: layout.Words,
			hint: "Có hạn thì ghi ngày, ví dụ 15/11/2023. Chỉ để in, không dùng để xét."})
	}
	wide(draw.Text(fmt.Sprintf("Còn từ %d nội dung trở xuống thì ghi tên; nhiều hơn thì ghi số của chỉ tiêu ở tờ %s%s.",
		mostNamed, layout.FigureSheet, d.initials()), draw.Look{Size: 9, Italic: true}))
	return p
}

// initials explains those of the higher levels.
func (d *drawing) initials() string {
	out := ""
	for _, l := range d.plan.Levels {
		if l != criteria.NTM {
			out += fmt.Sprintf("; %s: mức %s", initials(l), l.Brief())
		}
	}
	return out
}

// owes lays down what a department has still to answer, and by when.
func (d *drawing) owes(p *page, who, due string) {
	row := p.Last() + 1
	var count, names, said, tests, missing, short []string
	for _, o := range d.owed {
		if o.who != who {
			continue
		}
		count = append(count, fmt.Sprintf("(%s)", o.test))
		names = append(names, fmt.Sprintf(`IF(%s,%s,"")`, o.test, o.named))
		number := fmt.Sprintf("%q", "; "+o.no)
		if k := slices.Index(said, number); k >= 0 { // several figures of one indicator
			tests[k] += "," + o.test
		} else {
			said, tests = append(said, number), append(tests, o.test)
		}
		if o.isOwed {
			missing, short = append(missing, o.name), list.Once(short, o.no)
		}
	}
	numbers := make([]string, len(said))
	for k, number := range said {
		numbers[k] = fmt.Sprintf(`IF(OR(%s),%s,"")`, tests[k], number)
	}
	says := strings.Join(missing, "; ")
	switch {
	case len(missing) == 0:
		says = enough
	case len(missing) > mostNamed:
		says = strings.Join(short, "; ")
	}
	n := draw.Ref(briefCount, row)
	p.AddOpen(draw.Text(vi.Capital(who), body), draw.Computed("0+"+strings.Join(count, "+"), len(missing), centre),
		draw.Text(due, entry.Centred().Shown(draw.AsTyped)).ByHand(),
		draw.Computed(fmt.Sprintf(`IF(%s=0,"%s",IF(%s<=%d,MID(%s,3,2000),MID(%s,3,2000)))`, n, enough, n, mostNamed,
			strings.Join(names, "&"), strings.Join(numbers, "&")), says, small))
	p.Rows[row-1].Height = max(p.Rows[row-1].Height, briefLeast)
}

const (
	enough     = "Đã đủ"
	briefLeast = 27 // points: two lines
)
