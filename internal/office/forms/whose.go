package forms

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// place is the commune that the form is for: the one that was named, else that
// of the earlier report, else none in particular.
func (b *Blank) place() (*places.Unit, error) {
	on := criteria.Day(b.Year, time.December, 31).Time
	if !b.Date.IsZero() && b.Date.Before(on) {
		on = b.Date.Time
	}
	var before places.Unit
	if b.previous != nil {
		before, _ = b.previous.Place() // form.Read has found it
		if b.previous.Year > b.Year {
			return nil, problem.List{{File: b.PreviousFile,
				Message: fmt.Sprintf("báo cáo này của năm %d, sau năm của biểu mẫu (%d)", b.previous.Year, b.Year),
				Hint:    "chọn báo cáo của năm trước, hoặc sửa --year"}}
		}
	}
	var p places.Unit
	var err error
	switch {
	case b.Commune != "":
		p, err = places.Find(b.Commune, on)
		if b.Year == 2025 && b.Date.IsZero() {
			p, err = b.whichList(p, err)
		}
		if err == nil && before.Name != "" && !sameCommune(before, p) {
			b.note.Add(problem.Problem{Message: fmt.Sprintf("báo cáo cũ là của %s, biểu mẫu này cho %s", before, p)})
		}
	case b.previous == nil || before.Declared:
		return nil, nil
	default:
		p, err = b.sameUnit(before, on)
	}
	if err != nil {
		return nil, err
	}
	if !p.Rural() {
		return nil, office.NotRural(p)
	}
	return &p, nil
}

// sameUnit is the commune of the earlier report in the list that is in force on a day.
func (b *Blank) sameUnit(before places.Unit, on time.Time) (places.Unit, error) {
	for _, p := range places.On(on).All() {
		if p.Key() == before.Key() {
			return p, nil
		}
	}
	hint := "ghi rõ xã bằng --commune"
	if end := office.WhatBecame(before); end != "" {
		hint = end + "; ghi xã mới bằng --commune"
	}
	if b.Year == 2025 && before.OfOldList() && b.Date.IsZero() {
		hint += "; biểu mẫu cho xã cũ thì thêm ngày đánh giá, ví dụ: --date 30/06/2025"
	}
	return places.Unit{}, problem.List{{
		File: b.PreviousFile, Message: fmt.Sprintf("không thấy %s trong danh mục ngày %s", before, vi.Date(on)),
		Hint: hint,
	}}
}

// whichList asks, for the year of the reform and without a day, by which list a commune
// is named: the old one's has its form too. now is what the new list has, or why none.
func (b *Blank) whichList(now places.Unit, none error) (places.Unit, error) {
	was, err := places.Find(b.Commune, criteria.Day(2025, time.June, 30).Time)
	switch {
	case err != nil || none == nil && was.Key() == now.Key():
		return now, none
	case none != nil:
		return now, problem.Problem{
			Message: fmt.Sprintf("%s chỉ có trước ngày 01/07/2025", was),
			Hint: "lập biểu mẫu cho xã này thì thêm ngày đánh giá trước ngày ấy, ví dụ: --date 30/06/2025; " +
				"xã mới thì ghi tên mới: " + problem.Of(none)[0].Hint,
		}
	}
	b.note.Add(problem.Problem{Message: fmt.Sprintf(
		"năm 2025 có hai danh mục: biểu mẫu này cho %s (từ ngày 01/07/2025); cho %s thì thêm --date 30/06/2025",
		now, was)})
	return now, nil
}

// sameCommune tells whether an earlier report's commune is this one, as far as
// the lists of before and after the reform can tell.
func sameCommune(before places.Unit, now places.Unit) bool {
	if before.Code == now.Code && before.Code != "" {
		return true
	}
	sameName := vi.FoldTone(before.Name) == vi.FoldTone(now.Name) &&
		vi.FoldTone(before.Province) == vi.FoldTone(now.Province)
	return sameName && (before.District == "" || now.District == "" ||
		vi.FoldTone(before.District) == vi.FoldTone(now.District)) &&
		(before.Code == "" || (before.District == "") != (now.District == ""))
}

// CommunesOf is the xã of a province at the end of a year.
func CommunesOf(province string, year int) ([]places.Unit, error) {
	units := places.On(criteria.Day(year, time.December, 31).Time)
	found := slices.DeleteFunc(units.Find(places.Query{Province: province}),
		func(p places.Unit) bool { return !p.Rural() })
	if len(found) > 0 && vi.Fold(province) != "" {
		slices.SortStableFunc(found, func(a, b places.Unit) int { return strings.Compare(a.Code, b.Code) })
		return found, nil
	}
	var known []string
	for _, p := range units.All() {
		known = list.Once(known, p.Province)
	}
	slices.SortFunc(known, vi.Compare)
	hint := "các tỉnh, thành phố: " + strings.Join(known, ", ")
	if near, ok := vi.Nearest(province, known); ok {
		hint = fmt.Sprintf("có phải ý là %q?", near)
	}
	return nil, problem.Problem{Message: fmt.Sprintf("không có xã nào của tỉnh %q trong danh mục cuối năm %d",
		province, year), Hint: hint}
}
