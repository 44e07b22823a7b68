package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/evidence"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// Checked is what was found in a report without judging it.
type Checked struct {
	Item
	Commune    places.Unit
	Of         int // the year it is of
	Coverage   []layout.Coverage
	Findings   []assess.Finding // of what was entered, never of a verdict
	Lacks      []criteria.Lack  // of the standards that were asked for
	NationOnly string           // why the office's own packs were not judged by, "" for nothing
	Evidence   Evidenced
	cells      map[string]string // by the figure, where it stands in the file
}

// CellsOf are the cells of the file, or lines of a document, in which a finding's figures
// stand.
func (c *Checked) CellsOf(f assess.Finding) []string {
	var out []string
	for _, id := range f.Figures {
		if cell := c.cells[id]; cell != "" {
			out = list.Once(out, cell)
		}
	}
	return out
}

// cellsOf finds where each figure stands.
func cellsOf(r *commune.Report) map[string]string {
	out := map[string]string{}
	keep := func(id string, at problem.Pos) {
		if out[id] = at.Cell; at.Cell != "" && !slices.Contains([]string{"", layout.FigureSheet, layout.WideSheet},
			at.Sheet) {
			out[id] = fmt.Sprintf("%s (tờ %s)", at.Cell, at.Sheet)
		}
	}
	for _, f := range r.Figures {
		keep(f.ID, f.Pos)
	}
	if r.Satisfaction != nil {
		keep(commune.SatisfactionFigure, r.Satisfaction.Pos)
		keep(commune.CoverageFigure, r.Satisfaction.Pos)
	}
	if r.Security != nil {
		keep(commune.SecurityFigure, r.Security.Pos)
	}
	for _, a := range r.Arrears {
		keep(commune.ArrearsFigure, a.Pos)
	}
	return out
}

// Evidenced counts the documents that a report lists, those of them that name a file, and
// those whose file is there.
type Evidenced struct {
	Listed int `json:"listed"`
	Named  int `json:"named"`
	There  int `json:"there"`
}

// Check finds how much a report that was read gives of what is asked up to a level, ""
// for its form's own, and what in it is odd. Where its Err is nil there is nothing wrong.
func (b *Bulk) Check(ctx context.Context, i Item, up criteria.Level, version string) Checked {
	judged := b.Judge(i, version)
	c, a := Checked{Item: judged.Item}, judged.Assessment
	if a == nil {
		return c
	}
	coverage, err := b.Coverage(i.Reading.Report, a.Commune, cmp.Or(up, i.Reading.Up, criteria.HienDai))
	if err != nil {
		c.Err = problem.In(i.File, err)
		return c
	}
	if err := c.look(ctx, i); err != nil {
		c.Err = problem.In(i.File, err)
		return c
	}
	c.Commune, c.Of, c.Coverage, c.Lacks = a.Commune, a.Year, coverage, LacksOf(a)
	c.NationOnly = a.Criteria.NationOnly
	c.Findings = slices.DeleteFunc(a.Findings, OfVerdict)
	c.cells = cellsOf(i.Reading.Report)
	c.Reading.Report = nil // nobody needs it any more
	return c
}

// look looks for the files of evidence beside the report; what is not there is noted.
func (c *Checked) look(ctx context.Context, i Item) error {
	files, missing, err := EvidenceOf(ctx, i.Reading.Report, i.File)
	if err != nil {
		return err
	}
	c.Evidence.Listed = len(i.Reading.Report.Evidence)
	for _, e := range i.Reading.Report.Evidence {
		if e.File == "" {
			continue
		}
		c.Evidence.Named++
		found := func(f evidence.File) bool { return f.Path == e.File && f.State == evidence.Found }
		if slices.ContainsFunc(files, found) {
			c.Evidence.There++
		}
	}
	i.Reading.Notes = append(i.Reading.Notes, missing...)
	return nil
}

// Figures sums up how much of what is asked is given.
func (c *Checked) Figures() (given, asked int) {
	for _, of := range c.Coverage {
		given, asked = given+of.Given, asked+of.Asked
	}
	return given, asked
}

// OfVerdict tells the findings that only a verdict gives rise to.
func OfVerdict(f assess.Finding) bool {
	return slices.Contains([]string{"later_document", "no_indicators", "no_procedure", "title_slipping"}, f.Code)
}

// ToReview counts the findings about figures that a person should look at.
func ToReview(findings []assess.Finding) int {
	return list.Count(findings, func(f assess.Finding) bool { return f.Severity != assess.Info && !OfVerdict(f) })
}
