package commune

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Check finds what makes a report unreadable rather than wrong: a figure the
// dictionary does not have, two values for one figure, evidence that is not
// listed. Figures that are readable but odd are for assess to point out.
func (r *Report) Check(lib *criteria.Library) error {
	c := checker{lib: lib, report: r, seen: map[string]yamldoc.Pos{}, evidence: map[string]bool{}}
	for _, e := range r.Evidence {
		if c.evidence[e.ID] {
			c.fail(e.Pos, "đặt mã khác", "minh chứng %q ghi hai lần", e.ID)
		}
		c.evidence[e.ID] = true
	}
	c.where(r.Commune)
	if err := lib.HasYear(r.Year); err != nil {
		p := problem.Of(err)[0]
		c.fail(r.Pos, p.Hint, "%s", p.Message)
	}
	for _, f := range r.fromSections() {
		c.seen[f.ID] = f.Pos.Or(r.Pos)
		c.counts(f)
		c.cites(f.Evidence, f.Pos.Or(r.Pos))
	}
	for i := range r.Figures {
		c.figure(&r.Figures[i])
	}
	c.leftOut()
	c.traits()
	c.sections()
	c.totals()
	c.twice()
	c.told()
	return c.problems.Err()
}

var hundred = decimal.NewFromInt(100)

type checker struct {
	lib      *criteria.Library
	report   *Report
	seen     map[string]yamldoc.Pos
	evidence map[string]bool
	problems problem.List
}

func (c *checker) fail(at yamldoc.Pos, hint, format string, args ...any) {
	c.problems.Add(at.Problem(fmt.Sprintf(format, args...), hint))
}

// name is what a figure is called; its id where nobody knows it.
func (c *checker) name(f *Figure) string {
	if c.lib == nil { // what is kept is read without the law
		return f.ID
	}
	if entry := c.lib.Figures[f.ID]; entry != nil {
		return entry.Name
	}
	return f.ID
}

func (c *checker) where(w Where) {
	switch {
	case w.Declared != nil && (w.Code != "" || w.Name != ""):
		c.fail(w.Pos, "giữ code hoặc name nếu xã có trong danh mục; giữ declared nếu không",
			"xã vừa ghi theo danh mục vừa ghi declared")
	case w.Declared == nil && w.Code == "" && w.Name == "":
		c.fail(w.Pos, "ghi mã xã (code), hoặc tên xã, huyện, tỉnh (name, district, province)", "chưa nói là xã nào")
	}
}

func (c *checker) figure(f *Figure) {
	c.cites(f.Evidence, f.Pos)
	entry, ok := c.lib.Figures[f.ID]
	if !ok {
		hint := "xem các mã số liệu: ntm criteria figures"
		ids := list.Map(c.lib.FigureList, func(known *criteria.Figure) string { return known.ID })
		if strings.HasPrefix(f.ID, "office_") { // as the law's workbook calls those of offices
			hint = "số liệu của bộ tiêu chí riêng: thêm --criteria THƯ_MỤC, hoặc đặt biến NTM_CRITERIA"
		} else if near, ok := vi.Nearest(f.ID, ids); ok {
			hint = fmt.Sprintf("có phải ý là %q?", near)
		}
		c.fail(f.Pos, hint, "không có số liệu nào mã %q", f.ID)
		return
	}
	if !c.once(f) {
		return
	}
	c.shape(f, entry)
	c.counts(f)
	if _, isRate := f.Measure.(Rate); f.Count != nil && (isRate || entry.CountedIn == "" || f.Count.IsNegative()) {
		c.fail(f.Pos, "bỏ count, hoặc ghi numerator và denominator",
			"số liệu %q: count là số đếm ghi kèm một tỷ lệ %%, "+
				"từ 0 trở lên", c.name(f))
	}
	c.earlier(f, entry)
}

// once checks that a figure has no second value.
func (c *checker) once(f *Figure) bool {
	before, twice := c.seen[f.ID]
	if twice {
		c.fail(f.Pos, "giữ một, bỏ một", "số liệu %q có hai giá trị (lần trước ở %s)", c.name(f), before)
		return false
	}
	c.seen[f.ID] = f.Pos
	return true
}

// shape checks that the figure is given in the one way its unit allows, in one of
// them where its entry is not known.
func (c *checker) shape(f *Figure, entry *criteria.Figure) {
	fail := func(hint, format string, args ...any) {
		c.fail(f.Pos, hint, "số liệu %q "+format, append([]any{c.name(f)}, args...)...)
	}
	number, isNumber := f.Measure.(Number)
	amount, isAmount := f.Measure.(Amount)
	_, isAnswer := f.Measure.(Answer)
	const grades = "ghi một trong: chưa đạt, đạt, khá, tốt"
	switch {
	case f.Measure == nil:
		fail("điền value, hoặc numerator và denominator, hoặc met; chưa có số thì bỏ cả mục", "chưa có giá trị")
	case f.Measure == several:
		fail("giữ một cách ghi", "ghi theo nhiều cách cùng lúc")
	case entry == nil && f.Measure == half:
		fail("ghi cả numerator và denominator", "ghi thiếu một trong hai số đếm")
	case entry == nil:
	case isAmount && amount.Unread != nil: // told where it was read
	case isAmount && entry.Unit == criteria.Grade:
		fail(grades, "là %q, không phải một xếp loại", amount.Said(vi.Number(amount.Decimal)))
	case amount.Percent && entry.Unit != criteria.Percent:
		fail("bỏ dấu %, ghi số theo đơn vị "+string(entry.Unit), "ghi kèm dấu %%")
	case isAnswer != (entry.Unit == criteria.Declared):
		fail(fmt.Sprintf("đơn vị của số liệu này là %s", entry.Unit), "ghi sai cách: %s",
			map[bool]string{true: "ghi met cho một con số", false: "cần met: true hoặc met: false"}[isAnswer])
	case f.Measure == half || f.IsRate() && entry.Unit != criteria.Percent:
		fail("tỷ lệ % ghi cả numerator và denominator; số liệu khác ghi value", "ghi sai cách")
	case number.Percent && entry.Unit != criteria.Percent:
		fail("bỏ dấu %, ghi số theo đơn vị "+string(entry.Unit), "ghi kèm dấu %%")
	case number.Word != "" && entry.Unit != criteria.Grade:
		fail("ghi một con số", "là %q, cần một số theo đơn vị %s", number.Word, entry.Unit)
	case isNumber && entry.Unit == criteria.Grade && (!number.IsInteger() || number.IsNegative() ||
		number.IntPart() >= int64(len(criteria.Grades))):
		fail(grades, "là %s, không phải một xếp loại", vi.Number(number.Decimal))
	}
}

// unread refuses words that nobody has read: a report that is kept has numbers.
func (c *checker) unread(a *Amount) {
	if u := a.text(); u != nil {
		c.fail(u.Pos, "", "đọc thấy %q, ở đây cần một số", u.Text)
	}
}

// traits checks that no trait is both there and unknown.
func (c *checker) traits() {
	for _, t := range c.report.TraitsUnknown {
		if slices.Contains(c.report.Traits, t) {
			c.fail(c.report.Pos, "giữ ở traits nếu xã có đặc điểm này, ở traits_unknown nếu chưa rõ",
				"đặc điểm %q vừa ghi là có vừa ghi là chưa rõ", t.Title())
		}
	}
}

// sections checks the sections whose blanks would count as something.
func (c *checker) sections() {
	r := c.report
	if year := r.On().Year(); year < r.Year || year > r.Year+1 {
		c.fail(r.Pos, "ngày đánh giá phải trong năm xét hoặc năm liền sau",
			"ngày đánh giá %s không hợp với năm xét công nhận %d", r.Date, r.Year)
	}
	for _, a := range r.Arrears {
		if a.Owed.IsNegative() {
			c.fail(a.Pos, "ghi số còn nợ, từ 0 trở lên", "công trình %q còn nợ %s", a.Work,
				a.Owed.Said(vi.Number(a.Owed.Decimal)))
		}
	}
	if r.SmartVillage != nil {
		c.names(r.SmartVillage.Villages, r.SmartVillage.Pos)
	}
	fields := list.Map(r.OutstandingFields, func(f Field) string { return f.Name })
	c.names(fields, r.Pos)
}

// names checks that what is counted by its names has names of its own.
func (c *checker) names(names []string, at yamldoc.Pos) {
	seen := map[string]bool{}
	for _, name := range names {
		switch key := vi.Fold(name); {
		case key == "":
			c.fail(at, "ghi tên, hoặc bỏ mục này", "có một mục không có tên")
		case seen[key]:
			c.fail(at, "giữ một, bỏ một", "%q ghi hai lần", name)
		default:
			seen[key] = true
		}
	}
}

// leftOut checks that what may be left out of a rate is a part of what the rate
// counts, where both are of one year.
func (c *checker) leftOut() {
	for i := range c.report.Figures {
		f := &c.report.Figures[i]
		entry := c.lib.Figures[f.ID]
		count, isNumber := AmountOf(f.Measure)
		if entry == nil || entry.LeavesOutOf == "" || !isNumber || !count.IsExact() && !count.Bound.IsFloor() {
			continue
		}
		k := slices.IndexFunc(c.report.Figures, func(other Figure) bool { return other.ID == entry.LeavesOutOf })
		if k < 0 || c.report.YearOf(f) != c.report.YearOf(&c.report.Figures[k]) {
			continue
		}
		rate := c.lib.Figures[entry.LeavesOutOf]
		if of, isRate := c.report.Figures[k].Measure.(Rate); isRate && count.GreaterThan(of.Numerator) {
			c.fail(f.Pos, "ghi lại cho đúng một trong hai số; không có hoặc không rõ thì để trống",
				"%s: đọc thấy %s, cần một số không lớn hơn %s, là tử số của %q (%s)",
				entry.Name, vi.Number(count.Decimal), vi.Number(of.Numerator), rate.Name, rate.Numerator)
		}
	}
}

// counts checks that a quotient can be formed.
func (c *checker) counts(f *Figure) {
	if rate, isRate := f.Measure.(Rate); isRate && !rate.Denominator.IsPositive() {
		c.fail(f.Pos.Or(c.report.Pos), "ghi tổng số lớn hơn 0; không có đối tượng nào thì bỏ cả mục",
			"số liệu %q có mẫu số %s", c.name(f), vi.Number(rate.Denominator))
	}
}

func (c *checker) cites(ids []string, at yamldoc.Pos) {
	for _, id := range ids {
		if !c.evidence[id] {
			c.fail(at, "thêm minh chứng này vào danh mục minh chứng (evidence) hoặc sửa mã",
				"không có minh chứng nào mã %q", id)
		}
	}
}

// sharesAdd checks that the shares of the whole that are stated for the same years do not
// come to more than the whole, but for what each was rounded by.
func (c *checker) sharesAdd() {
	sums, lines := map[Span]decimal.Decimal{}, map[Span]int64{}
	for _, line := range c.report.Capital {
		if line.Share == nil || line.Source == Total {
			continue
		}
		of := line.Years
		before := sums[of]
		sums[of], lines[of] = before.Add(*line.Share), lines[of]+1
		const half = -1 // of the last figure that is printed of a whole per cent
		most := decimal.NewFromInt(100).Add(decimal.New(5*lines[of], half))
		if sums[of].GreaterThan(most) && !before.GreaterThan(most) {
			c.fail(line.Pos, "kiểm lại tỷ lệ từng nguồn", "tỷ lệ các nguồn cộng lại %s %%, vượt quá 100 %%",
				vi.Number(sums[of]))
		}
	}
}

// totals checks that the whole of the capital is stated once, and that shares of it can be.
func (c *checker) totals() {
	for _, line := range c.report.Capital {
		if s := line.Share; s != nil && (s.IsNegative() || s.GreaterThan(hundred)) {
			c.fail(line.Pos, "ghi tỷ lệ % trong tổng nguồn lực, từ 0 đến 100", "nguồn %q: tỷ lệ %s %%",
				line.Source.Title(), vi.Number(*s))
		}
	}
	c.sharesAdd()
	isTotal := func(x Capital) bool { return x.Source == Total }
	if i := slices.IndexFunc(c.report.Capital, isTotal); i >= 0 {
		if j := slices.IndexFunc(c.report.Capital[i+1:], isTotal); j >= 0 {
			c.fail(c.report.Capital[i+1+j].Pos, "giữ một, bỏ một", "tổng vốn (total) ghi hai lần")
		}
	}
}
