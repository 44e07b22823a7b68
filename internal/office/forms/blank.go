// Package forms plans the forms that an office hands out: for which commune, by which list of the year of the reform,
// up to which level, and what is carried over of an earlier report.
package forms

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office"
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
		byRank := func(a, b criteria.Level) int { return office.RankOf(a) - office.RankOf(b) }
		return slices.MaxFunc(append(offered, criteria.NTM), byRank), lib.HasYear(year)
	case !slices.Contains(offered, level):
		return "", problem.WrongUse{Message: fmt.Sprintf("năm %d không có bộ tiêu chí mức %s", year, level.Title()),
			Hint: "các mức của năm này: " + vi.List(", ", offered, criteria.Level.Title)}
	}
	return level, nil
}
