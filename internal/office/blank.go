package office

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Blank is a form for a commune to fill in.
type Blank struct {
	Lib          *criteria.Library
	Commune      string // a code or name; "" for that of the earlier report, else for any
	Year         int
	Date         criteria.Date  // of the assessment, none for the end of the year
	Level        criteria.Level // up to which it asks, "" for the highest of the year
	PreviousFile string         // an earlier report, of which what holds is carried over

	previous *commune.Report
	note     problem.List
}

// Plan is what the form asks, and of whom; note is what is odd about that.
func (b *Blank) Plan(ctx context.Context) (plan *layout.Plan, note problem.List, err error) {
	plan, err = b.plan(ctx)
	return plan, b.note, err
}

func (b *Blank) plan(ctx context.Context) (*layout.Plan, error) {
	var traits []criteria.Trait
	var due map[string]string
	if b.PreviousFile != "" {
		read, err := form.Read(ctx, b.PreviousFile, b.Lib)
		if err != nil {
			return nil, err
		}
		b.previous, b.note, traits = read.Report, read.Notes, read.Report.Traits
		b.previous.TraitsUnknown = b.unanswered()
		if b.previous.Year == b.Year { // another year has other days
			due = read.Due
		}
	}
	at, err := b.place()
	if err != nil {
		return nil, err
	}
	province := ""
	if at != nil {
		province = at.Province
	}
	own := b.Level
	if own == "" && b.previous != nil && slices.Contains(b.Lib.Offered(b.Year, province), b.previous.Level) {
		own = b.previous.Level
	}
	up, err := UpTo(b.Lib, own, b.Year, province)
	if err != nil {
		return nil, err
	}
	var unknown []criteria.Trait
	if b.previous != nil {
		unknown = b.previous.UnknownTraits()
	}
	plan, err := layout.NewPlan(b.Lib, b.Year, up, at, traits, unknown...)
	if err != nil {
		return nil, err
	}
	if err := plan.Follow(b.Lib); err != nil {
		return nil, err
	}
	plan.Date, plan.Own, plan.Due = b.Date, own, due
	if b.previous != nil {
		b.dropped(plan)
	}
	return plan, nil
}

// unanswered are the traits that the earlier report says nothing of: those that it leaves
// open, and those that its year did not ask about. What was not asked was not denied.
func (b *Blank) unanswered() []criteria.Trait {
	r := b.previous
	if r.Traits == nil && r.TraitsUnknown == nil {
		return nil // of none is anything known
	}
	at, _ := r.Place()
	asked := b.Lib.TraitUses(r.Year, at.Province)
	return slices.DeleteFunc(slices.Clone(criteria.Traits), func(t criteria.Trait) bool {
		isAsked := slices.ContainsFunc(asked, func(u criteria.TraitUse) bool { return u.Trait == t })
		return slices.Contains(r.Traits, t) || isAsked && !slices.Contains(r.TraitsUnknown, t)
	})
}

// mostDropped is how many of the figures that are not carried over are named.
const mostDropped = 8

// dropped notes what of the earlier report the form has no place for.
func (b *Blank) dropped(plan *layout.Plan) {
	drops := plan.Drops(b.previous)
	if len(drops.Traits) > 0 {
		b.note.Add(problem.Problem{Message: fmt.Sprintf("không chép %d đặc điểm xã đã trả lời Có: %s",
			len(drops.Traits), vi.List("; ", drops.Traits, criteria.Trait.Title)),
			Hint: fmt.Sprintf("năm %d không xét theo đặc điểm ấy; báo cáo cũ vẫn giữ câu trả lời", plan.Year)})
	}
	if n := len(drops.Figures); n > 0 {
		names := vi.List("; ", drops.Figures[:min(n, mostDropped)], func(id string) string {
			return b.Lib.Figures[id].Name
		})
		if n > mostDropped {
			names += fmt.Sprintf(" và %d số liệu nữa", n-mostDropped)
		}
		b.note.Add(problem.Problem{Message: fmt.Sprintf("không chép %d số liệu mà biểu mẫu này không hỏi: %s", n,
			names), Hint: "báo cáo cũ vẫn giữ các số ấy"})
	}
}

// Write writes the form that was planned, with what is carried over.
func (b *Blank) Write(out io.Writer, plan *layout.Plan, now time.Time) error {
	return blank.Write(out, plan, b.previous, now)
}

// UpTo is a level that the year must have; for "" the highest that it has.
func UpTo(lib *criteria.Library, level criteria.Level, year int, province string) (criteria.Level, error) {
	offered := lib.Offered(year, province)
	switch {
	case len(offered) == 0 || level == "":
		byRank := func(a, b criteria.Level) int { return RankOf(a) - RankOf(b) }
		return slices.MaxFunc(append(offered, criteria.NTM), byRank), lib.HasYear(year)
	case !slices.Contains(offered, level):
		return "", problem.WrongUse{Message: fmt.Sprintf("năm %d không có bộ tiêu chí mức %s", year, level.Title()),
			Hint: "các mức của năm này: " + vi.List(", ", offered, criteria.Level.Title)}
	}
	return level, nil
}

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
		return nil, NotRural(p)
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
	if end := WhatBecame(before); end != "" {
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
