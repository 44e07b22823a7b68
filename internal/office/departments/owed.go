package departments

import (
	"slices"

	"ntm/criteria/division"
	"ntm/internal/form"
	"ntm/internal/form/layout"
)

// owed finds what each department has not given.
func (out *Gathered) owed() {
	given, sheets, came := map[string]bool{}, map[string]bool{}, map[*division.Department]bool{}
	for _, r := range out.returned {
		came[r.Department] = true
		for i := range r.Records {
			rec := &r.Records[i]
			if rec.Table == &layout.FigureTable {
				if a := out.Plan.Find(rec.Key); rec.Has("ntm:value", "ntm:numerator", "ntm:denominator") {
					given[rec.Key] = true
					came[out.Plan.Division.Of(a.ID, a.ConfirmedBy)] = true
				}
				continue
			}
			if isCarried(rec) {
				continue
			}
			sheets[rec.Table.Sheet] = true
			if rec.Table != &layout.PlaceAnswers && rec.Table != &layout.EvidenceTable {
				came[out.Plan.Division.OfSheet(rec.Table.Sheet)] = true
			}
		}
	}
	for _, part := range Split(out.Plan) {
		o := Owed{Department: part.Department.Name, Sent: came[part.Department], Missing: []layout.Missing{},
			Due: out.Plan.Due[part.Department.ID]}
		for g := range part.Groups {
			for _, a := range part.Groups[g].Figures {
				if a.Optional || a.Idle && !given[a.ID] {
					continue
				}
				o.Asked++
				if !given[a.ID] {
					o.Missing = append(o.Missing, layout.Missing{ID: a.ID, Name: a.Name})
				}
			}
		}
		for _, s := range part.Sections() {
			o.Asked++
			if !sheets[s.Name] {
				o.Missing = append(o.Missing, layout.Missing{ID: s.ID, Name: "tờ " + s.Name})
			}
		}
		out.Owed = append(out.Owed, o)
	}
}

// isCarried tells a row that only names what there was last year: a village, a work.
func isCarried(rec *form.Record) bool {
	switch rec.Table {
	case &layout.PollTable:
		return !rec.Has("ntm:forms_out", "ntm:forms_back", "ntm:satisfied")
	case &layout.ArrearsTable:
		return !rec.Has("ntm:owed", "ntm:total", "ntm:completed", "ntm:paid")
	}
	return false
}

// due finds by when each department is to answer. Where two forms say two days, neither is taken.
func (out *Gathered) due() {
	out.Plan.Due = map[string]string{}
	for _, d := range division.Departments() {
		t := Twice{ID: d.ID, Sheet: layout.BriefSheet, Name: layout.DueHead + ": " + d.Name}
		for _, r := range out.returned {
			says := r.Due[d.ID]
			if says == "" || slices.ContainsFunc(t.Said, func(s Saying) bool { return s.Text == says }) {
				continue
			}
			t.Said = append(t.Said, Saying{By: by(r), Text: says, File: r.File, At: "trang tính " + layout.BriefSheet})
		}
		switch len(t.Said) {
		case 0:
		case 1:
			out.Plan.Due[d.ID] = t.Said[0].Text
		default:
			out.Twice = append(out.Twice, t)
		}
	}
}
