package across

import (
	"cmp"
	"context"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/outlook"
	"ntm/internal/problem"
)

// GapsSchema names the JSON document of Gaps.
const GapsSchema = "ntm.gaps.v1"

// Gaps is what many communes lack, level by level.
type Gaps struct {
	Schema string      `json:"schema"`
	Levels []LevelGaps `json:"levels"`
	Aside
}

// Aside is what an answer does not count: communes that are not judged, and why.
type Aside struct {
	Unread []Unread     `json:"unread"`
	Notes  problem.List `json:"-"`
}

// Unread is a commune that is not among the others, and why.
type Unread struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// Besides is what an answer has beside what it counts.
func (s *Aside) Besides() *Aside { return s }

// take notes what is to be said of a commune beside the answer, and tells whether it is judged.
func (s *Aside) take(o one) bool {
	s.Notes = append(s.Notes, o.notes...)
	if o.err != nil {
		s.Unread = append(s.Unread, Unread{o.name, problem.Of(o.err)[0].Message})
	}
	return o.err == nil && o.Assessment != nil
}

// LevelGaps is what they lack of one level.
type LevelGaps struct {
	Level    criteria.Level         `json:"level"`
	Verdicts map[assess.Verdict]int `json:"verdicts"` // how many communes have each
	// ByNumber are the communes by how many indicators and conditions they fail, the fewest
	// first.
	ByNumber []Failing `json:"by_number"`
	// Stops are the indicators and conditions by how many communes fail them, the most first.
	Stops    []Stop `json:"stops"`
	Communes []Lack `json:"communes"` // the nearest first
}

// Failing is how many communes fail so many. Surely are those of which nothing is open.
type Failing struct {
	NotMet int `json:"not_met"`
	Surely int `json:"surely"`
	Open   int `json:"open"`
}

// Stop is an indicator or condition with how many communes fail it.
type Stop struct {
	ID     string `json:"id"`
	No     string `json:"no"`
	Name   string `json:"name"`
	NotMet int    `json:"not_met"`
	Alone  int    `json:"alone"` // of them: that fail nothing else, and of which nothing is open
	Open   int    `json:"open"`  // of which it is not known
}

// same tells the same indicator or condition.
func (s Stop) same(other Stop) bool { return s.ID == other.ID }

// GapsOf is what communes lack, of one level or of all that they were judged at for "".
func GapsOf(ctx context.Context, from Source, level criteria.Level, begin Begin) (*Gaps, error) {
	out := &Gaps{Schema: GapsSchema, Levels: []LevelGaps{}, Aside: Aside{Unread: []Unread{}}}
	err := from.each(ctx, begin, func(o one) func() {
		var all []levelLack
		if o.Assessment != nil {
			all = lacksOf(o.Assessment, level)
		}
		return func() {
			if out.take(o) && len(all) == 0 {
				out.Unread = append(out.Unread, Unread{o.name, "năm này không có mức " + level.Title()})
			}
			for i := range all {
				out.level(all[i].level).add(&all[i])
			}
		}
	})
	slices.SortFunc(out.Levels, func(a, b LevelGaps) int {
		return cmp.Compare(slices.Index(criteria.Levels, a.Level), slices.Index(criteria.Levels, b.Level))
	})
	for i := range out.Levels {
		out.Levels[i].order()
	}
	return out, err
}

// level is where what is lacked of a level is gathered.
func (g *Gaps) level(l criteria.Level) *LevelGaps {
	none := LevelGaps{Level: l, Verdicts: map[assess.Verdict]int{}, ByNumber: []Failing{}, Stops: []Stop{}}
	return list.Entry(&g.Levels, func(x LevelGaps) bool { return x.Level == l }, none)
}

func (l *LevelGaps) add(one *levelLack) {
	l.Communes = append(l.Communes, one.Lack)
	l.Verdicts[one.Verdict]++
	n := len(one.NotMet)
	i, there := slices.BinarySearchFunc(l.ByNumber, n, func(f Failing, n int) int { return cmp.Compare(f.NotMet, n) })
	if !there {
		l.ByNumber = slices.Insert(l.ByNumber, i, Failing{NotMet: n})
	}
	if len(one.Open) == 0 {
		l.ByNumber[i].Surely++
	} else {
		l.ByNumber[i].Open++
	}
	for _, s := range one.stops {
		sum := list.Entry(&l.Stops, s.same, Stop{ID: s.ID, No: s.No, Name: s.Name})
		sum.NotMet += s.NotMet
		sum.Alone += s.Alone
		sum.Open += s.Open
	}
}

// order sets the nearest communes and the indicators that stop most of them first.
func (l *LevelGaps) order() {
	slices.SortStableFunc(l.Communes, func(a, b Lack) int {
		return cmp.Or(cmp.Compare(len(a.NotMet), len(b.NotMet)), cmp.Compare(len(a.Open), len(b.Open)),
			outlook.Nearer(a.farthest(), b.farthest()))
	})
	slices.SortStableFunc(l.Stops, func(a, b Stop) int {
		return cmp.Or(cmp.Compare(b.NotMet, a.NotMet), cmp.Compare(b.Open, a.Open))
	})
}

// Within are the communes that fail at most so many, and at least one thing or of which
// something is open: surely, and those that may fail more.
func (l *LevelGaps) Within(most int) (surely, perhaps []*Lack) {
	for i := range l.Communes {
		c := &l.Communes[i]
		switch {
		case len(c.NotMet) > most || c.Nothing():
		case len(c.Open) == 0:
			surely = append(surely, c)
		default:
			perhaps = append(perhaps, c)
		}
	}
	return surely, perhaps
}
