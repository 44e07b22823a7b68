package departments

import (
	"slices"
	"strings"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// saying is what a form says in some columns.
func saying(s said, columns ...string) Saying {
	out := Saying{By: by(s.from), File: s.from.File}
	var parts []string
	value := func(id string) string { return s.rec.Cells[id].Said }
	for _, id := range columns {
		w, is := s.rec.Cells[id]
		if !is {
			continue
		}
		if out.At == "" {
			out.At = strings.TrimPrefix(strings.TrimPrefix(w.At.String(), w.At.File), ", ")
		}
		switch id {
		case "ntm:numerator":
			parts = append(parts, value(id)+"/"+value("ntm:denominator"))
		case "ntm:denominator":
			if value("ntm:numerator") == "" {
				parts = append(parts, "mẫu số "+value(id))
			}
		case "ntm:year":
			parts = append(parts, "năm "+strings.ReplaceAll(value(id), ".", ""))
		default:
			parts = append(parts, value(id))
		}
	}
	out.Text = strings.Join(parts, ", ")
	return out
}

// cites adds the codes that any form cites.
func (a *answer) cites(column string, cells map[string]any) {
	var codes []string
	for _, s := range a.rows {
		w, is := s.rec.Cells[column]
		if !is {
			continue
		}
		if _, first := cells[column]; !first {
			cells[column] = w.Value
			codes = form.Codes(w.Value)
			continue
		}
		for _, code := range form.Codes(w.Value) {
			if !slices.ContainsFunc(codes, func(c string) bool { return vi.FoldTone(c) == vi.FoldTone(code) }) {
				codes = append(codes, code)
				cells[column] = strings.Join(codes, "; ")
			}
		}
	}
}

// words adds the remarks of all forms.
func (a *answer) words(column string, cells map[string]any) {
	var all []string
	for _, s := range a.rows {
		w, is := s.rec.Cells[column]
		switch {
		case !is:
		case all == nil:
			cells[column], all = w.Value, []string{w.Said}
		case !slices.Contains(all, w.Said):
			all = append(all, w.Said)
			cells[column] = strings.Join(all, "; ")
		}
	}
}

// same adds a cell that all forms must say alike; where they do not, it is asked.
func (out *Gathered) same(a *answer, c layout.Column, cells map[string]any) {
	var first *said
	differ := false
	for i := range a.rows {
		w, is := a.rows[i].rec.Cells[c.ID]
		switch {
		case !is:
		case first == nil:
			first = &a.rows[i]
			cells[c.ID] = w.Value
		case vi.FoldTone(first.rec.Cells[c.ID].Said) != vi.FoldTone(w.Said):
			differ = true
		}
	}
	if !differ {
		return
	}
	delete(cells, c.ID)
	t := Twice{ID: a.key, Sheet: a.table.Sheet, Name: nameOf(out.Plan, first.rec)}
	if !a.table.Fixed() {
		t.Name += ": " + vi.Lower(c.Title)
	}
	for _, s := range a.rows {
		if s.rec.Has(c.ID) {
			t.Said = append(t.Said, saying(s, c.ID))
		}
	}
	out.Twice = append(out.Twice, t)
}
