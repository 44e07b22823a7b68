package form

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// Years before beside a figure: "2022: 44,1", "năm 2022: 44,1", "44,1 (2022)".
var (
	yearFirst = pattern.New(`^(?:[nN]ăm )?(20\d\d) ?[:=] ?(.+)$`)
	yearLast  = pattern.New(`^(.+?) ?\((?:[nN]ăm )?(20\d\d)\)$`)
)

// items are the parts of a cell that holds several, apart by semicolons or lines.
func items(text string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ';' || c == '\n' }) {
		if part = vi.NFC(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// earlier reads what a figure was in years before.
func (r *reader) earlier(c given, entry *criteria.Figure) []commune.Earlier {
	if !r.holds(c) {
		return nil
	}
	const hint = "ghi năm trước mỗi số, cách nhau dấu chấm phẩy: 2022: 44,1; 2021: 40,2"
	if c.Kind != read.Text {
		r.fail(c, hint, "đọc thấy %s, không rõ là số của năm nào", r.text(c))
		return nil
	}
	var out []commune.Earlier
	for _, part := range items(vi.NFC(c.Text)) {
		m := yearFirst.FindStringSubmatch(part)
		if m == nil {
			if m = yearLast.FindStringSubmatch(part); m == nil {
				r.fail(c, hint, "đọc thấy %q, không rõ là số của năm nào", part)
				return nil
			}
			m[1], m[2] = m[2], m[1]
		}
		f, ok := r.figure(given{Cell: text(m[2]), at: c.at}, entry)
		if !ok {
			return nil
		}
		of, _ := strconv.Atoi(m[1]) // digits, as matched
		out = append(out, commune.Earlier{Pos: c.at, Year: of, Measure: f.Measure})
	}
	return out
}

// besides leaves out of the years before what the figure itself is, where the form still has
// last year's result in both places.
func (r *reader) besides(f *commune.Figure, years []commune.Earlier) []commune.Earlier {
	own := cmp.Or(f.Year, r.report.Year)
	if years = slices.DeleteFunc(years, func(e commune.Earlier) bool {
		return e.Year == own && sameMeasure(e.Measure, f.Measure)
	}); len(years) == 0 {
		return nil
	}
	return years
}

// sameMeasure tells whether two cells say the same, however it is written.
func sameMeasure(a, b commune.Measure) bool {
	if x, is := commune.AmountOf(a); is {
		y, isToo := commune.AmountOf(b)
		return isToo && x.Bound == y.Bound && x.Equal(y.Decimal)
	}
	if x, is := a.(commune.Rate); is {
		y, isToo := b.(commune.Rate)
		return isToo && x.Numerator.Equal(y.Numerator) && x.Denominator.Equal(y.Denominator)
	}
	return a == b
}

// claims reads what the commune itself says it has reached: "19/19; 57/57".
func (r *reader) claims(a map[string]given) {
	for _, level := range criteria.Levels {
		c := a[layout.ClaimKey+string(level)]
		if !r.holds(c) {
			continue
		}
		claim := commune.Claim{Pos: c.at, Level: level}
		const hint = "ghi số tiêu chí và số chỉ tiêu đạt trên tổng số, ví dụ 19/19; 57/57"
		if c.Kind != read.Text {
			r.fail(c, hint, "đọc thấy %s, cần số tiêu chí, chỉ tiêu đạt", r.text(c))
			continue
		}
		text := strings.NewReplacer(",", ";", " và ", ";").Replace(vi.NFC(c.Text))
		for i, part := range items(text) {
			score, rest, _ := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(part, " /", "/"), "/ ", "/"), " ")
			into := &claim.Criteria
			switch word := vi.Fold(rest); {
			case word == "chi tieu" || word == "" && i == 1:
				into = &claim.Indicators
			case word != "" && word != "tieu chi" || i > 1:
				r.fail(c, hint, "đọc thấy %q, không rõ là số tiêu chí hay chỉ tiêu", part)
				continue
			}
			if err := into.UnmarshalText([]byte(score)); err != nil {
				r.fail(c, hint, "%s", err)
			}
		}
		r.report.Claims = append(r.report.Claims, claim)
	}
}

// pollOfAll reads the poll of the whole commune, nil where nothing is told of it.
func (r *reader) pollOfAll(a map[string]given) *commune.Poll {
	w := commune.Poll{Households: r.number(a["poll_households"], typed.Meaning{Unit: "hộ"}),
		FormsOut:  r.number(a["poll_out"], typed.Meaning{Unit: "phiếu"}),
		FormsBack: r.number(a["poll_back"], typed.Meaning{Unit: "phiếu"}),
		Satisfied: r.number(a["poll_satisfied"], typed.Meaning{Unit: "phiếu"})}
	w.Rate = r.share(a["poll_rate"], commune.SatisfactionFigure, w.Tell)
	w.Asked = r.share(a["poll_coverage"], commune.CoverageFigure, w.TellCoverage)
	if w == (commune.Poll{}) {
		return nil
	}
	for _, key := range []string{"poll_coverage", "poll_rate", "poll_satisfied", "poll_back", "poll_out",
		"poll_households"} {
		if !a[key].blank() {
			w.Pos = a[key].at
		}
	}
	return &w
}

// share reads a rate in per cent, of a figure; tell takes it where it is told by its counts.
func (r *reader) share(c given, id string, tell func(commune.Rate) bool) *commune.Amount {
	entry := r.lib.Figures[id]
	if c.blank() || entry == nil {
		return nil
	}
	f, ok := r.figure(c, entry)
	if !ok {
		return nil
	}
	if counts, is := f.Measure.(commune.Rate); is {
		if !tell(counts) {
			r.fail(c, "ghi cùng một số ở hai ô", "số đếm ở ô này (%s / %s) khác với ô bên", vi.Number(counts.Numerator),
				vi.Number(counts.Denominator))
		}
		return nil
	}
	a, _ := commune.AmountOf(f.Measure)
	return &a
}

// pollQuestions reads the shares of satisfied answers by question: "Giao thông: 98,2".
func (r *reader) pollQuestions(c given) []commune.Question {
	if !r.holds(c) {
		return nil
	}
	var out []commune.Question
	for _, part := range items(r.text(c)) {
		i := strings.LastIndex(part, ":")
		if i <= 0 {
			r.fail(c, "ghi nội dung, dấu hai chấm, rồi tỷ lệ: Giao thông: 98,2; Điện: 99", "đọc thấy %q", part)
			return nil
		}
		cell := given{Cell: text(strings.TrimSpace(part[i+1:])), at: c.at}
		q := commune.Question{Pos: c.at, Text: strings.TrimSpace(part[:i])}
		q.Rate = r.share(cell, commune.SatisfactionFigure, func(told commune.Rate) bool {
			q.Satisfied, q.Answered = &told.Numerator, &told.Denominator
			return true
		})
		if q.Rate != nil || q.Satisfied != nil {
			out = append(out, q)
		}
	}
	return out
}

// vote reads a vote of the council in a title's row, and tells whether there is one.
func (r *reader) vote(row record) bool {
	votes := row.cell("ntm:votes")
	if !r.holds(votes) {
		return false
	}
	r.need(row, "ntm:level")
	v := commune.CouncilVote{Pos: votes.at, Date: r.day(row.cell("ntm:vote_date")),
		Level: criteria.Level(r.choose(row.cell("ntm:level"), layout.Levels()))}
	const hint = "ghi số tán thành trên số có mặt, ví dụ 20/20; ô định dạng chữ (Text)"
	if votes.Kind != read.Text {
		r.fail(votes, hint, "đọc thấy %s, cần số phiếu của hội đồng", r.text(votes))
		return true
	}
	if err := v.Votes.UnmarshalText([]byte(strings.TrimSpace(votes.Text))); err != nil {
		r.fail(votes, hint, "%s", err)
	}
	r.report.CouncilVotes = append(r.report.CouncilVotes, v)
	return true
}

// remarks reads what was done for each criterion.
func (r *reader) remarks() {
	for _, row := range r.rows(&layout.RemarkTable) {
		done := row.cell("ntm:done")
		level, no, is := strings.Cut(row.text("ntm:criterion"), "/")
		if !is {
			r.fail(done, "ghi vào dòng của tiêu chí có sẵn; đừng thêm dòng", "dòng này không rõ là của tiêu chí nào")
			continue
		}
		r.report.Remarks = append(r.report.Remarks, commune.Remark{Pos: done.at, Level: criteria.Level(level),
			Criterion: no, Done: r.words(done), Amount: r.words(row.cell("ntm:amount")),
			Cost: r.words(row.cell("ntm:cost"))})
	}
}

// words reads free text of a cell that is one row's.
func (r *reader) words(c given) string {
	if !r.holds(c) {
		return ""
	}
	return r.text(c)
}
