package desk

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// answersOf are cells as a form takes them, their rows in the order in which they come.
func answersOf(cells []form.Cell) *layout.Answers {
	out := layout.NewAnswers()
	rows := map[[2]string]map[string]any{}
	slices.SortStableFunc(cells, func(a, b form.Cell) int { return byRow(a.Item, b.Item) })
	for _, c := range cells {
		t := tableOf(c.Sheet, c.ID)
		switch {
		case t == nil || strings.TrimSpace(c.Text) == "":
		case t.Fixed():
			out.Set(c.Sheet, c.Item, c.ID, inWorkbook(t, &c))
		default:
			at := [2]string{t.Columns[0].ID, c.Item}
			if rows[at] == nil {
				rows[at] = map[string]any{}
				out.Rows[at[0]] = append(out.Rows[at[0]], rows[at])
			}
			rows[at][c.ID] = inWorkbook(t, &c)
		}
	}
	return out
}

// askedOnly leaves out that the commune has none of what the year does not ask about: a report
// says so of all.
func askedOnly(plan *layout.Plan, a *layout.Answers) *layout.Answers {
	place := a.Fixed[layout.PlaceSheet]
	for _, t := range criteria.Traits {
		isAsked := slices.ContainsFunc(plan.Uses, func(u criteria.TraitUse) bool { return u.Trait == t })
		text, _ := place[string(t)]["ntm:answer"].(string)
		if yes, err := typed.Has(text); !isAsked && text != "" && err == nil && yes == layout.IsAbsence(t) {
			delete(place, string(t))
		}
	}
	return a
}

// byRow orders the names of rows that people fill in: "2" comes before "10".
func byRow(a, b string) int {
	if !isRow(a) || !isRow(b) {
		return 0
	}
	return cmp.Or(len(a)-len(b), strings.Compare(a, b))
}

func isRow(s string) bool { return strings.Trim(s, "0123456789") == "" }

// tableOf is the table of a cell; nil for none.
func tableOf(sheet, id string) *layout.Table {
	for _, t := range layout.Tables {
		if t.Sheet == sheet && t.At(id) >= 0 {
			return t
		}
	}
	return nil
}

// asNumber is a number that can be read in one way only: without dots, and never with three
// decimals.
var asNumber = regexp.MustCompile(`^(0|[1-9][0-9]{0,14})(,[0-9]{1,2}|,[0-9]{4,6})?$`)

// inWorkbook is what a cell of a workbook holds for what was typed: a number where it is
// one and nothing else.
func inWorkbook(t *layout.Table, c *form.Cell) any {
	isNumber := t.KindOf(c.Item, c.ID).IsNumber() || c.ID == "ntm:value"
	if !isNumber || !asNumber.MatchString(c.Text) {
		return c.Text
	}
	n, err := decimal.NewFromString(strings.Replace(c.Text, ",", ".", 1))
	if err != nil {
		return c.Text
	}
	return n.InexactFloat64()
}
