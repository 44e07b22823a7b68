package criteria

import (
	"slices"

	"ntm/internal/list"
)

// Threshold is one cell of a standard's table: what one rule asks, by one of
// its figures, in one column and year.
type Threshold struct {
	Indicator   *Indicator
	Rule        *Rule
	Year        int // 0 when the rule asks the same every year
	Column      Region
	Requirement Requirement // without parts
}

// Columns are the columns of the standard's table: its commune groups, or the
// seven regions.
func (s *Standard) Columns() []Region {
	if len(s.Groups) == 0 {
		return Regions
	}
	return list.Map(s.Groups, func(g *Group) Region { return Region(g.ID) })
}

// Thresholds lists every cell of a standard as the nation's pack has it.
func (lib *Library) Thresholds(std *Standard) ([]Threshold, error) {
	var out []Threshold
	nation := Citation{std.Decision, std.Annex, "", Nation}
	for _, c := range std.Criteria {
		if err := lib.cellsOf(std, c, nation, &out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Added lists the criteria with indicators that packs add to a standard in a province, ""
// for any, with every cell of them.
func (lib *Library) Added(std *Standard, province string) (criteria []LaidCriteria, cells []Threshold, err error) {
	for _, c := range lib.Law(std, province).Criteria {
		if c.Overlay == nil {
			continue
		}
		if err := lib.cellsOf(std, c.Criterion, c.Overlay.citation(), &cells); err != nil {
			return nil, nil, err
		}
		criteria = append(criteria, c)
	}
	return criteria, cells, nil
}

// cellsOf adds every cell of a criterion of a document.
func (lib *Library) cellsOf(std *Standard, c *Criterion, of Citation, out *[]Threshold) error {
	for _, ind := range c.Indicators {
		for _, rule := range ind.Rules {
			years := Years{} // year 0 alone
			if rule.byYear() {
				years = std.Years
			}
			for year := years.From; year <= years.To; year++ {
				for _, column := range std.Columns() {
					if len(rule.Columns) > 0 && !slices.Contains(rule.Columns, column) {
						continue
					}
					r := resolver{lib: lib, std: std, column: column, q: Query{Year: max(year, std.Years.From),
						Region: column}}
					r.q.On = Day(r.q.Year, 12, 31)
					doc := r.national()
					doc.Citation = of.of(rule)
					req, err := r.requirement(rule, doc)
					if err != nil {
						return err
					}
					req.Leaves(func(leaf *Requirement) {
						*out = append(*out, Threshold{ind, rule, year, column, *leaf})
					})
				}
			}
		}
	}
	return nil
}

// byYear tells whether what is asked depends on the year.
func (ask *Ask) byYear() bool {
	if table := ask.Table(); table != nil && table.ByYear {
		return true
	}
	return ask.Relative != nil || slices.ContainsFunc(ask.Parts(), (*Ask).byYear)
}

// Tally counts a standard's thresholds by how sure they are.
func (lib *Library) Tally(std *Standard) (map[Status]int, error) {
	all, err := lib.Thresholds(std)
	if err != nil {
		return nil, err
	}
	counts := map[Status]int{}
	for i := range all {
		counts[all[i].Requirement.Basis.Status]++
	}
	return counts, nil
}
