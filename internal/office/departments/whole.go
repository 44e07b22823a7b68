package departments

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office/forms"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// agreed is a thing that all forms must say alike, and the first form that said it.
type agreed struct {
	what, value string
	at          problem.Pos
}

func (a *agreed) say(value string, at problem.Pos) error {
	switch {
	case value == "":
	case a.value == "":
		a.value, a.at = value, at
	case vi.FoldTone(a.value) != vi.FoldTone(value):
		return problem.List{at.Problem(fmt.Sprintf("phiếu này ghi %s %s, phiếu %s ghi %s", a.what, value, a.at.File,
			a.value),
			"chỉ gộp các phiếu của một xã, một năm; sửa ô ghi sai rồi gộp lại")}
	}
	return nil
}

// plan finds whose the forms are, and what the whole form asks.
func (g *Gathering) plan(ctx context.Context, out *Gathered) error {
	code, year := agreed{what: "mã xã"}, agreed{what: "năm"}
	level, up := agreed{what: "mức phấn đấu"}, agreed{what: "mức cao nhất"}
	said, err := answersOf(out.returned, &code, &year, &level, &up)
	if err != nil {
		return err
	}
	b := forms.Blank{Lib: g.Lib, Commune: code.value, Year: g.Year}
	if n, err := strconv.Atoi(year.value); err == nil {
		b.Year = n
	}
	if b.Year == 0 {
		return problem.List{{Message: "các phiếu không cho biết của năm nào",
			Hint: "gộp kèm phiếu còn tờ " + layout.PlaceSheet + ", hoặc thêm --year NĂM",
			Page: problem.Press("thả kèm phiếu còn tờ " + layout.PlaceSheet)}}
	}
	if b.Commune == "" && said["region"] == "" && said["name"] != "" {
		b.Commune = vi.Join(", ", said["name"], said["district"], said["province"])
	}
	if b.Commune == "" {
		b.Commune = g.Commune
	}
	if level.value != "" && slices.Contains(criteria.Levels, criteria.Level(level.value)) {
		b.Level = criteria.Level(level.value)
	} else if level.value == "" {
		b.Level = criteria.Level(up.value)
	}
	if day, err := typed.Date(said["date"]); err == nil {
		b.Date = criteria.Date{Time: day}
	}
	plan, note, err := b.Plan(ctx)
	out.Notes = append(out.Notes, note...)
	if err != nil {
		return err
	}
	if traits, all := traitsOf(plan, said); all {
		own, date := plan.Own, plan.Date
		if plan, err = layout.NewPlan(g.Lib, b.Year, plan.Up, plan.Place, traits); err != nil {
			return err
		}
		plan.Own, plan.Date = own, date
	}
	out.Plan = plan
	return nil
}

// answersOf is what the parts answer about the commune, by the question; what they must agree on is
// told where they do not.
func answersOf(returned []*form.Returned, code, year, level, up *agreed) (map[string]string, error) {
	said := map[string]string{}
	for _, r := range returned {
		at := problem.Pos{File: r.File}
		for i := range r.Records {
			rec := &r.Records[i]
			if rec.Table != &layout.PlaceAnswers {
				continue
			}
			w := rec.Cells["ntm:answer"]
			text := plain(w.Value)
			said[rec.Key] = text
			into := map[string]*agreed{"code": code, "year": year}[rec.Key]
			if into == nil {
				continue
			}
			if err := into.say(text, w.At); err != nil {
				return nil, err
			}
		}
		if r.Year == 0 {
			continue
		}
		for _, err := range []error{year.say(strconv.Itoa(r.Year), at), level.say(r.Own, at),
			up.say(string(r.Up), at)} {
			if err != nil {
				return nil, err
			}
		}
	}
	return said, nil
}

// traitsOf are the traits that the commune has, once all that are asked about are answered.
func traitsOf(plan *layout.Plan, said map[string]string) ([]criteria.Trait, bool) {
	has := []criteria.Trait{}
	for _, use := range plan.Uses {
		yes, err := typed.Has(said[string(use.Trait)])
		if said[string(use.Trait)] == "" || err != nil {
			return nil, false
		}
		if yes != layout.IsAbsence(use.Trait) {
			has = append(has, use.Trait)
		}
	}
	return has, true
}

// plain is a value as it was typed.
func plain(value any) string {
	if n, is := value.(float64); is {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	s, _ := value.(string)
	return s
}
