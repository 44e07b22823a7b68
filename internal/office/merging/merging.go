// Package merging has an office say of communes that became one where the merged commune begins: its
// level by the guidance, the figures that add up, and its first report.
package merging

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/merger"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Merging makes the first dossier of a commune that a merger founds, out of what is
// known of the old ones.
type Merging struct {
	Store *store.Store
	Lib   *criteria.Library
	Into  string   // the new commune, by code or name
	From  []string // the old ones; none for those of the reform of 1/7/2025
	Held  []string // titles that the store does not know: "16492=ntm", "16495=chua"
	Year  int      // of the new commune's dossier
	Force bool     // also over what the new commune reported itself
}

// Merged is what a merger comes to.
type Merged struct {
	Commune string        `json:"commune"`
	Title   string        `json:"title"`
	Year    int           `json:"year"`
	Start   merger.Start  `json:"start"`
	Parts   []MergedPart  `json:"parts"`
	Summed  []string      `json:"summed"` // ids of figures
	Open    []merger.Open `json:"open"`

	into   places.Unit
	report *commune.Report
}

// MergedPart is an old commune with what is known of it.
type MergedPart struct {
	merger.Part
	Level    criteria.Level `json:"level"`
	Known    bool           `json:"known"`            // whether Level is
	ReportOf int            `json:"report,omitempty"` // the year of its newest report

	place  places.Unit
	listed bool // place is it
	report *commune.Report
}

// Plan is what the merger comes to. Nothing is written down.
func (m *Merging) Plan(ctx context.Context) (*Merged, error) {
	into, err := places.Find(m.Into, criteria.Day(m.Year, time.December, 31).Time)
	if err != nil {
		return nil, err
	}
	if !into.Rural() {
		return nil, office.NotRural(into)
	}
	parts, err := m.parts(into)
	if err != nil {
		return nil, err
	}
	if err := m.known(ctx, into, parts); err != nil {
		return nil, err
	}
	held, reported := make([]merger.Held, len(parts)), make([]merger.Reported, len(parts))
	for i, p := range parts {
		held[i] = merger.Held{Part: p.Part, Level: p.Level, Known: p.Known}
		reported[i] = merger.Reported{Part: p.Part, Report: p.report}
	}
	out := &Merged{
		Commune: into.Code, Title: into.String(), Year: m.Year, Parts: parts,
		Start: merger.StartingLevel(held), Summed: []string{}, Open: []merger.Open{}, into: into,
	}
	report, open := merger.Figures(commune.Where{Code: into.Code}, m.Year, reported, m.Lib)
	out.report, out.Open = report, append(out.Open, open...)
	for _, f := range report.Figures {
		out.Summed = append(out.Summed, f.ID)
	}
	return out, nil
}

// parts are the old communes: those that were named, else those of the table.
func (m *Merging) parts(into places.Unit) ([]MergedPart, error) {
	var out []MergedPart
	if len(m.From) == 0 {
		origins, ok := places.Origins(into.Code)
		if !ok {
			return nil, problem.Problem{Message: fmt.Sprintf("%s không có trong bảng sắp xếp ngày 1/7/2025", into),
				Hint: "ghi từng xã cũ bằng --from"}
		}
		for _, p := range origins {
			out = append(out, MergedPart{Part: merger.PartOf(p), place: p.Place, listed: p.Known})
		}
		return out, nil
	}
	day := criteria.Day(m.Year-1, time.December, 31).Time
	var wrong problem.List
	for _, name := range m.From {
		p, err := places.Find(name, day)
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		out = append(out, MergedPart{Part: merger.PartOf(places.Part{Text: p.String(), Place: p, Known: true}),
			place: p, listed: true})
	}
	return out, wrong.Err()
}

// known finds what the store and the command line know of the parts.
func (m *Merging) known(ctx context.Context, into places.Unit, parts []MergedPart) error {
	for i := range parts {
		p := &parts[i]
		if !p.listed {
			continue
		}
		c, err := m.Store.Commune(ctx, p.place.Home(), p.place.Key())
		if err != nil {
			return err
		}
		if len(c.Titles) > 0 {
			held := list.Where(c.Titles, func(t docket.Title) bool { return t.Revoked == nil }) // whenever it was
			p.Level, p.Known = docket.HeldAt(held, m.Year), true
		}
		for _, d := range c.Dossiers {
			if ref := d.Report(); ref != nil && d.Year < m.Year || ref != nil && c.Key != into.Key() &&
				d.Year == m.Year {
				if p.report, err = office.KeptReport(ctx, m.Store, c.Province, ref.Digest, m.Lib.Figures); err != nil {
					return err
				}
				p.ReportOf = d.Year
				p.title()
			}
		}
	}
	return m.said(parts)
}

// title takes over what the newest report says of the commune's titles, where the
// store has none.
func (p *MergedPart) title() {
	if p.Known {
		return
	}
	for _, r := range p.report.Recognitions {
		if r.Decision != "" && (p.Level == "" || office.RankOf(r.Level) > office.RankOf(p.Level)) {
			p.Level, p.Known = r.Level, true
		}
	}
}

// said takes over the titles that were told.
func (m *Merging) said(parts []MergedPart) error {
	for _, text := range m.Held {
		name, level, ok := strings.Cut(text, "=")
		i := partNamed(parts, strings.TrimSpace(name))
		if !ok || i < 0 {
			return problem.WrongUse{
				Message: fmt.Sprintf("đọc thấy --held %q", text),
				Hint: "ghi mã hoặc tên một xã cũ rồi =mức; các xã cũ: " + vi.List("; ", parts,
					func(p MergedPart) string { return vi.Join(" ", p.Code, p.Title) }),
			}
		}
		parts[i].Level, parts[i].Known = "", true
		if level = strings.TrimSpace(level); vi.Fold(level) != "chua" {
			if parts[i].Level, ok = criteria.LevelNamed(level); !ok {
				return problem.WrongUse{Message: fmt.Sprintf("đọc thấy mức %q", level),
					Hint: "mức là ntm, nang-cao, kieu-mau hoặc chua"}
			}
		}
	}
	return nil
}

// partNamed is which old commune is meant by a code or a name, -1 where none or several are.
func partNamed(parts []MergedPart, name string) int {
	found := -1
	for i, p := range parts {
		own, _, _ := strings.Cut(p.Title, ",")
		bare := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(own, "xã "), "phường "), "thị trấn ")
		switch folded := vi.Fold(name); {
		case name == "":
		case name == p.Code:
			return i
		case folded == vi.Fold(own), folded == vi.Fold(bare), folded == vi.Fold(p.Title):
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// mergedFile is what the reports of sums are from.
const mergedFile = "số liệu cộng từ các xã sáp nhập"

// Write puts the new commune into the store, and ends the old ones. What the commune
// reported itself stays, which note tells, unless Force.
func (m *Merging) Write(ctx context.Context, by, version string, plan *Merged) (note problem.List, err error) {
	a, err := office.Judge(m.Lib, plan.report, version)
	if err != nil {
		return note, err
	}
	var k office.Keeper
	change, err := k.Received(a, nil, by, mergedFile)
	if err != nil {
		return note, err
	}
	e := change.Events[0]
	if d, err := office.DossierOf(ctx, m.Store, e.Province, e.Commune, e.Year); err != nil {
		return note, err
	} else if now := d.Report(); now != nil && now.File != mergedFile && !m.Force {
		note.Add(office.OwnReport(d))
		change.Events, change.Documents = nil, nil // the merger is written down all the same
	}
	at, err := plan.report.Place()
	if err != nil {
		return note, err
	}
	body := docket.MergedBody{Place: docket.PlaceOf(at), Words: plan.Start.Words, Status: plan.Start.Source}
	if l := plan.Start.Levels; l != nil {
		body.Level, body.Toward, body.Status = l.Held, l.Toward, string(l.HeldBasis)
	}
	var ended []docket.Event
	for _, p := range plan.Parts {
		part := docket.MergedPart{Title: p.Title, Level: p.Level, Whole: !p.Partly}
		if p.listed {
			part.Province, part.Commune = p.place.Home(), p.place.Key()
			if !p.Partly && part.Commune != plan.into.Key() {
				ended = append(ended, docket.New(docket.MergedInto, by, part.Province, part.Commune, m.Year,
					docket.MergedIntoBody{Province: plan.into.Home(), Commune: plan.into.Key(),
						Title: plan.into.String()}))
			}
		}
		body.Parts = append(body.Parts, part)
	}
	change.Events = append([]docket.Event{docket.New(docket.Merged, by, plan.into.Home(), plan.into.Key(), m.Year,
		body)}, append(change.Events, ended...)...)
	err = m.Store.AppendOne(ctx, change)
	var already *docket.Already
	if errors.As(err, &already) || docket.IsRefusal(err) {
		return note, office.Refused(fmt.Sprintf("%s, năm %d", plan.into, m.Year), err)
	}
	return note, err
}
