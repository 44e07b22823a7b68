package blank

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// beyond is the test of whether the level that is chosen in the form asks less than a
// level; "" where none does, or none is asked for.
func (d *drawing) beyond(from criteria.Level) string {
	at, below := d.answered[layout.LevelKey], d.plan.Below(from)
	if at == "" || len(below) == 0 {
		return ""
	}
	return "OR(" + vi.List(",", below, func(o layout.Option) string { return fmt.Sprintf("%s=%q", at, o.Word) }) + ")"
}

// idleIf is the test of the answers that make a figure no matter of the commune, "" where
// there are none. The form asks whether there is the thing: the trait is that there is not.
func (d *drawing) idleIf(a *layout.Asked) string {
	var tests []string
	for _, t := range a.IdleIf {
		if at := d.answered[string(t)]; at != "" {
			tests = append(tests, fmt.Sprintf("%s=%q", at, layout.YesNo[1].Word))
		}
	}
	if tests == nil {
		return ""
	}
	return "OR(" + strings.Join(tests, ",") + ")"
}

// absolute names a cell of a sheet from anywhere in the form.
func absolute(sheet string, column, row int) string {
	return "'" + sheet + "'!" + draw.Absolute(column, row)
}

func guideCell(column, row int) string { return absolute(layout.GuideSheet, column, row) }
