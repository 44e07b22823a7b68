package office

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// WhatIf holds what was found of the report in a file against what would be found with
// the figures that are supposed, at one level or at all for "".
func WhatIf(lib *criteria.Library, file string, before *assess.Assessment, supposed []assess.Supposition,
	level criteria.Level, version string) (*assess.WhatIf, error) {
	after, err := Judge(lib, assess.Suppose(before.Report, supposed), version)
	if err != nil {
		return nil, err
	}
	if before, err = AtLevel(file, before, level); err != nil {
		return nil, err
	}
	if after, err = AtLevel(file, after, level); err != nil {
		return nil, err
	}
	return assess.Compare(before, after, supposed), nil
}

// Suppositions reads what people suppose, "income_per_capita=72" each; the error is a
// problem.List of all that is wrong. Said are sentences on values that have two readings.
func Suppositions(lib *criteria.Library, given []string) (out []assess.Supposition, said []string, err error) {
	var problems problem.List
	for _, arg := range given {
		s, how, err := supposition(lib, arg)
		if err == nil && slices.ContainsFunc(out, func(o assess.Supposition) bool { return o.Entry == s.Entry }) {
			err = problem.Problem{Message: fmt.Sprintf("số liệu %s ghi hai lần", s.Entry.ID), Hint: "giữ một, bỏ một"}
		}
		if err != nil {
			problems = append(problems, problem.Of(err)...)
			continue
		}
		out = append(out, s)
		if how != "" {
			said = append(said, how)
		}
	}
	return out, said, problems.Err()
}

func supposition(lib *criteria.Library, arg string) (out assess.Supposition, said string, err error) {
	id, text, ok := strings.Cut(arg, "=")
	id = strings.TrimSpace(id)
	if !ok {
		return out, "", problem.Problem{Message: fmt.Sprintf("%q thiếu dấu =", arg),
			Hint: "viết MÃ=GIÁ_TRỊ, ví dụ income_per_capita=72"}
	}
	if out.Entry, ok = lib.Figures[id]; !ok {
		hint := "xem các mã số liệu: ntm criteria figures"
		ids := make([]string, len(lib.FigureList))
		for i, known := range lib.FigureList {
			ids[i] = known.ID
		}
		if near, found := vi.Nearest(id, ids); found {
			hint = fmt.Sprintf("có phải ý là %q?", near)
		}
		return out, "", problem.Problem{Message: fmt.Sprintf("không có số liệu nào mã %q", id), Hint: hint}
	}
	if strings.TrimSpace(text) == "" {
		return out, "", nil
	}
	if out.Figure, said, err = typedFigure(out.Entry, text); err != nil {
		p := problem.Of(err)[0]
		return out, "", problem.Problem{Message: fmt.Sprintf("%s (%s): %s", id, out.Entry.Name, p.Message),
			Hint: p.Hint}
	}
	if said != "" {
		said = id + ": " + said
	}
	return out, said, nil
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
	case criteria.Percent:
		counts, said, err := typed.Fraction(text, typed.Meaning{Unit: entry.CountedIn})
		switch {
		case err != nil:
			return nil, "", err
		case counts == nil: // a rate in per cent
		case !counts.Denominator.IsPositive():
			return nil, "", problem.Problem{Message: fmt.Sprintf("đọc thấy %q, tổng số bằng 0", text),
				Hint: "ghi tổng số lớn hơn 0; để thử khi chưa có số liệu thì bỏ trống sau dấu ="}
		default:
			f.Measure = commune.Rate(*counts)
			return f, said, nil
		}
	}
	value, said, err := typed.Number(text, typed.Meaning{Unit: string(entry.Unit),
		Plausible: (*typed.Range)(entry.Plausible)})
	f.Measure = commune.Number{Decimal: value}
	return f, said, err
}
