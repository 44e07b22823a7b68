package departments

import (
	"slices"

	"ntm/criteria/division"
	"ntm/internal/form"
	"ntm/internal/form/layout"
)

// owed finds what each department has not given.
func (out *Gathered) owed() {
	given, isRead := map[string]bool{}, map[string]bool{}
	sheets, came := map[string]bool{}, map[*division.Department]bool{}
	for _, r := range out.returned {
		came[r.Department] = true
		for i := range r.Records {
			rec := &r.Records[i]
			if rec.Table == &layout.FigureTable {
				if a := out.Plan.Find(rec.Key); rec.Has("ntm:value", "ntm:numerator", "ntm:denominator") {
					given[rec.Key], isRead[rec.Key] = true, isRead[rec.Key] || rec.Figure != nil
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
		o := Owed{Department: part.Department.Name, Sent: came[part.Department], Missing: []Lack{},
			Due: out.Plan.Due[part.Department.ID]}
		ask := func(what layout.Missing, given, isRead, isTwice bool) {
			o.Asked++
			switch {
			case !given:
				o.Missing = append(o.Missing, Lack{what, ""})
			case isTwice:
				o.Missing = append(o.Missing, Lack{what, answeredTwice})
			case !isRead:
				o.Missing = append(o.Missing, Lack{what, unreadable})
			}
		}
		for g := range part.Groups {
			for _, a := range part.Groups[g].Figures {
				if a.Optional || a.Idle && !given[a.ID] {
					continue
				}
				ask(layout.Missing{ID: a.ID, Name: a.Name}, given[a.ID], isRead[a.ID], out.isTwice("", a.ID))
			}
		}
		for _, s := range part.Sections() {
			ask(layout.Missing{ID: s.ID, Name: "tờ " + s.Name}, sheets[s.Name], true, out.isTwice(s.Name, ""))
		}
		out.Owed = append(out.Owed, o)
	}
}

// isTwice tells whether a figure, or anything on a sheet, was answered in two ways: it is left blank.
func (out *Gathered) isTwice(sheet, figure string) bool {
	return slices.ContainsFunc(out.Twice, func(t Twice) bool {
		return figure != "" && t.ID == figure || sheet != "" && t.Sheet == sheet
	})
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
