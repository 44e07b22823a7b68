package asking

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// WhatIf holds what was found of the report in a file against what would be found with
// the figures that are supposed, at one level or at all for "".
func WhatIf(file string, before *assess.Assessment, supposed []outlook.Supposition, level criteria.Level,
	version string) (*outlook.WhatIf, error) {
	after := Suppose(before, supposed, version)
	before, err := office.AtLevel(file, before, level)
	if err != nil {
		return nil, err
	}
	if after, err = office.AtLevel(file, after, level); err != nil {
		return nil, err
	}
	return outlook.Compare(before, after, supposed), nil
}

// Suppose judges a commune's report with other figures, by what it was judged by.
func Suppose(a *assess.Assessment, supposed []outlook.Supposition, version string) *assess.Assessment {
	return assess.Assess(assess.Input{Report: outlook.Suppose(a.Report, supposed), Set: a.Set, Version: version,
		Commune: a.Commune})
}

// Supposing reads what people suppose of a report.
type Supposing struct {
	Lib    *criteria.Library
	Before *assess.Assessment // of the report, nil where figures are named by their ids alone
	Level  criteria.Level     // whose numbers are meant, "" for any

	names *Names // nil where one report alone is asked of
}

// Read reads suppositions, "income_per_capita=72", "thu nhập=+5", "10=72" each; the error is
// a problem.List of all that is wrong. Said are sentences on what was read otherwise than it
// was typed.
func (o Supposing) Read(given []string) (out []outlook.Supposition, said []string, err error) {
	var problems problem.List
	for _, arg := range given {
		s, how, err := o.read(arg)
		if err == nil && slices.ContainsFunc(out, func(o outlook.Supposition) bool { return o.Entry == s.Entry }) {
			err = problem.Problem{Message: fmt.Sprintf("số liệu \"%s\" ghi hai lần", s.Entry.Name),
				Hint: "giữ một, bỏ một"}
		}
		if err != nil {
			problems = append(problems, problem.Of(err)...)
			continue
		}
		out = append(out, s)
		if how != "" {
			said = append(said, s.Entry.Name+": "+how)
		}
	}
	return out, said, problems.Err()
}

func (o Supposing) read(arg string) (out outlook.Supposition, said string, err error) {
	name, text, ok := strings.Cut(arg, "=")
	if !ok { // "thu nhập +5"
		if i := strings.IndexByte(arg, '+'); i > 0 {
			name, text, ok = arg[:i], arg[i:], true
		}
	}
	name, text = vi.NFC(strings.TrimSpace(name)), strings.TrimSpace(text)
	if !ok {
		return out, "", problem.Problem{Message: fmt.Sprintf("%q thiếu dấu =", arg),
			Hint: `viết TÊN=GIÁ_TRỊ, ví dụ "thu nhập"=72, hoặc "thu nhập"=+5`}
	}
	if out.Entry, err = o.meant(name); err != nil || text == "" {
		return out, "", err
	}
	if by, changes := changeOf(text); changes {
		out.Figure, said, err = o.changed(out.Entry, by)
	} else {
		out.Figure, said, err = typedFigure(out.Entry, text)
	}
	if err != nil {
		p := problem.Of(err)[0]
		return out, "", problem.Problem{Message: fmt.Sprintf("%s (%s): %s", name, out.Entry.Name, p.Message),
			Hint: p.Hint}
	}
	return out, said, nil
}

// change is what is added to a figure, below zero what is taken away.
type change struct {
	text string // without its sign
	less bool
}

// changeOf tells a change from a value: "+5", "-5", with the signs that programs type for
// them.
func changeOf(text string) (by change, changes bool) {
	if rest, ok := strings.CutPrefix(text, "+"); ok {
		return change{strings.TrimSpace(rest), false}, true
	}
	for _, minus := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(text, minus); ok {
			return change{strings.TrimSpace(rest), true}, true
		}
	}
	return change{}, false
}

// changed is a figure with a change to what is reported. A rate changes by points; of
// anything else "+10%" is a tenth of it.
func (o Supposing) changed(entry *criteria.Figure, by change) (*commune.Figure, string, error) {
	refuse := func(message, hint string) (*commune.Figure, string, error) {
		return nil, "", problem.Problem{Message: message, Hint: hint}
	}
	if entry.Unit == criteria.Declared || entry.Unit == criteria.Grade {
		return refuse("chỉ cộng, trừ được số liệu bằng số", "ghi hẳn kết quả: Đạt, Chưa đạt hoặc một xếp loại")
	}
	var now *assess.Figure
	if o.Before != nil {
		now = o.Before.Reported(entry)
	}
	if now == nil {
		return refuse("báo cáo chưa có số liệu này để cộng, trừ", "ghi hẳn giá trị, không có dấu + hoặc -")
	}
	share, isShare := strings.CutSuffix(by.text, "%")
	isShare = isShare && entry.Unit != criteria.Percent
	if !isShare {
		share = by.text
	}
	amount, _, err := typed.Number(strings.TrimSpace(share), typed.Meaning{Unit: string(entry.Unit)})
	if err != nil {
		return nil, "", err
	}
	was, sign, points := now.Value(), "+", ""
	if isShare {
		amount = was.Mul(amount).Shift(-2)
	}
	if entry.Unit == criteria.Percent {
		points = " điểm"
	}
	value := was.Add(amount)
	if by.less {
		value, sign = was.Sub(amount), "-"
	}
	value = criteria.Trimmed(value)
	sum := fmt.Sprintf("%s %s %s%s = %s", now.Bound().Of(vi.Number(was)), sign, vi.Number(criteria.Trimmed(amount)),
		points, now.Bound().Of(fmt.Sprintf("%s %s", vi.Number(value), entry.Unit)))
	if value.IsNegative() {
		return refuse(sum+": nhỏ hơn 0", "trừ ít hơn, hoặc ghi hẳn giá trị")
	}
	changed := commune.Amount{Decimal: value, Bound: now.Bound()} // of "trên 70" it is "trên 75"
	return &commune.Figure{ID: entry.ID, Measure: changed.Measure()}, sum, nil
}

// typedFigure reads a value as a person types it, in the way the figure's unit
// asks for.
func typedFigure(entry *criteria.Figure, text string) (f *commune.Figure, said string, err error) {
	f = &commune.Figure{ID: entry.ID}
	switch entry.Unit {
	case criteria.Declared:
		met, err := typed.YesNo(text)
		f.Measure = commune.Answer(met)
		return f, "", err
	case criteria.Grade:
		i := slices.IndexFunc(criteria.Grades, func(grade string) bool { return vi.Fold(grade) == vi.Fold(text) })
		if i < 0 {
			return nil, "", problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây cần một xếp loại", text),
				Hint: "ghi một trong: " + strings.Join(criteria.Grades, ", ")}
		}
		f.Measure = commune.Number{Decimal: decimal.NewFromInt(int64(i)), Word: criteria.Grades[i]}
		return f, "", nil
	}
	g, err := typed.Read(text, commune.MeaningOf(entry))
	switch {
	case err != nil:
		return nil, "", err
	case g.Counts != nil && !g.Counts.Denominator.IsPositive():
		return nil, "", problem.Problem{Message: fmt.Sprintf("đọc thấy %q, tổng số bằng 0", text),
			Hint: "ghi tổng số lớn hơn 0; để thử khi chưa có số liệu thì bỏ trống sau dấu ="}
	}
	f.Measure = commune.MeasureGiven(g)
	return f, g.Said, nil
}
