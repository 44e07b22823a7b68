package criteria

import (
	"cmp"
	"slices"

	"ntm/internal/list"
)

// State is how far an office has come with one standard in its province: which of the
// thresholds that its communes are judged by someone has held against the decision.
type State struct {
	Standard   *Standard
	Province   string // "" for every province
	Indicators int    // of the standard that are known here
	Lack       Lack   // of the others
	ByStatus
	Checked   []Checked         // who confirmed, most thresholds first
	Decisions []DecisionOfState // that the thresholds rest on, in the order of their layers
}

// Checked is who confirmed thresholds.
type Checked struct {
	By         string
	Thresholds int
	Last       Date
}

// DecisionOfState is a document that thresholds of a State rest on.
type DecisionOfState struct {
	Document
	Layer Layer
	ByStatus
}

// ByStatus is how many thresholds there are of each status.
type ByStatus map[Status]int

// Thresholds counts those of a status, or all for none.
func (by ByStatus) Thresholds(status ...Status) int {
	n := 0
	for s, k := range by {
		if len(status) == 0 || slices.Contains(status, s) {
			n += k
		}
	}
	return n
}

// ToGo counts the thresholds that nobody has confirmed.
func (s *State) ToGo() int { return s.Thresholds() - s.Thresholds(Confirmed) }

// Read tells whether someone has held thresholds against the document.
func (d *DecisionOfState) Read() bool { return d.ByStatus[Confirmed] > 0 }

// Has tells whether the standard has a criterion of that number.
func (s *Standard) Has(criterion string) bool {
	return slices.ContainsFunc(s.Criteria, func(c *Criterion) bool { return c.No == criterion })
}

// StateOf counts a standard's thresholds and conditions as they stand in a province, in
// the given columns of the standard, all for none. A threshold is a cell: what is asked
// by one figure, in one column or zone, and in one year where it steps up by the year.
func (lib *Library) StateOf(std *Standard, province string, columns []Region) (*State, error) {
	law := lib.Law(std, province)
	out := &State{Standard: std, Province: province, ByStatus: ByStatus{}}
	for _, c := range law.Criteria {
		if std.Has(c.No) {
			out.Indicators += len(c.Topics)
		}
	}
	out.Lack = std.LackOf(out.Indicators)
	var failed error
	for topic := range law.Topics {
		if topic == law.Prerequisite {
			continue
		}
		for _, s := range topic.Standings {
			lib.cells(law, topic, s, columns, func(asks *Requirement, err error) {
				failed = cmp.Or(failed, err)
				asks.Leaves(func(leaf *Requirement) { out.add(leaf.Basis) })
			})
		}
	}
	slices.SortStableFunc(out.Checked, func(a, b Checked) int { return cmp.Compare(b.Thresholds, a.Thresholds) })
	slices.SortStableFunc(out.Decisions, func(a, b DecisionOfState) int {
		return cmp.Compare(slices.Index(Layers, a.Layer), slices.Index(Layers, b.Layer))
	})
	return out, failed
}

// cells gives what a standing asks in each of its columns and zones, and in each year
// where that makes a difference.
func (lib *Library) cells(law *Law, topic *Topic, s *Standing, columns []Region, yield func(*Requirement, error)) {
	for year := s.Years.From; year <= s.Years.To; year++ {
		in, meets := s.inYear(year, s.Columns)
		if !meets {
			continue
		}
		for r := range lib.points(law, s, in) {
			if len(columns) > 0 && !slices.Contains(columns, r.column) {
				continue
			}
			if held, ok := r.at(s, topic); ok {
				yield(&held.asks, held.err)
			}
		}
		if !s.byYear() {
			return
		}
	}
}

// byYear tells whether the standing, or what it leaves cells to, steps up by the year.
func (s *Standing) byYear() bool {
	return s.Rule.byYear() || s.Overridden != nil && s.Overridden.byYear()
}

// add counts a threshold by how sure it is, by who confirmed it and by its document.
func (s *State) add(b Basis) {
	s.ByStatus[b.Status]++
	if b.Status == Confirmed {
		s.checked(b)
	}
	doc := list.Entry(&s.Decisions, func(d DecisionOfState) bool { return d.Number == b.Decision },
		DecisionOfState{Document{b.Decision, dayOf(b.DecisionDate)}, b.Layer, ByStatus{}})
	doc.ByStatus[b.Status]++
}

func (s *State) checked(b Basis) {
	who := list.Entry(&s.Checked, func(c Checked) bool { return c.By == b.CheckedBy }, Checked{By: b.CheckedBy})
	who.Thresholds++
	if on := dayOf(b.CheckedOn); on.After(who.Last.Time) {
		who.Last = on
	}
}

// dayOf is the day that a Basis has as text, the zero Date for none.
func dayOf(text string) (d Date) {
	if d.UnmarshalText([]byte(text)) != nil {
		return Date{}
	}
	return d
}
