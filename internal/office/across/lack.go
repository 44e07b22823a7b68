package across

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/outlook"
	"ntm/internal/places"
)

// Lack is what one commune lacks of a level.
type Lack struct {
	Commune places.Unit    `json:"commune"`
	Year    int            `json:"year"`
	Verdict assess.Verdict `json:"verdict"`
	Draft   bool           `json:"draft"`
	NotMet  []Miss         `json:"not_met"` // the nearest first
	// Open are the indicators and conditions of which it is not known whether they are met,
	// by number; so the commune may fail more than NotMet.
	Open []string `json:"open"`
	// Before is the level that must be held first and is not, or not for sure.
	Before string `json:"before,omitempty"`
}

// Nothing tells that nothing is failed or open, but perhaps the level before.
func (l *Lack) Nothing() bool { return len(l.NotMet)+len(l.Open) == 0 }

// farthest is how far the farthest of what it fails is from being met, nil where that is
// not measured.
func (l *Lack) farthest() *assess.Number {
	if len(l.NotMet) == 0 {
		return nil
	}
	return l.NotMet[len(l.NotMet)-1].distance
}

// Miss is an indicator or condition that is not met.
type Miss struct {
	ID   string `json:"id"`
	No   string `json:"no"`
	Name string `json:"name"`
	Gap  string `json:"gap"` // in real units, "" of what is declared not met
	// Unchecked is set where it fails by thresholds only that nobody has checked.
	Unchecked bool `json:"unchecked,omitempty"`

	distance *assess.Number
}

// levelLack is what one commune adds to a level.
type levelLack struct {
	level criteria.Level
	Lack
	stops []Stop // what it fails and what is open, with a one where it counts
}

// lacksOf is what a commune lacks of a level, or of all for "".
func lacksOf(a *assess.Assessment, level criteria.Level) (out []levelLack) {
	short := outlook.ShortfallOf(a)
	for i := range a.Levels {
		if l := &a.Levels[i]; level == "" || l.Level == level {
			out = append(out, lackOf(a, l, &short.Levels[i]))
		}
	}
	return out
}

func lackOf(a *assess.Assessment, l *assess.Level, short *outlook.LevelShortfall) levelLack {
	out := levelLack{level: l.Level, Lack: Lack{Commune: a.Commune, Year: a.Year, Verdict: l.Verdict, Draft: l.Draft,
		NotMet: []Miss{}, Open: []string{}}}
	if p := short.Prerequisite; p != nil {
		out.Before = p.Text
	}
	for _, u := range short.NotMet {
		var gaps []string
		for _, s := range u.Steps {
			if s.Gap != nil {
				gaps = append(gaps, s.Gap.Text())
			}
		}
		out.NotMet = append(out.NotMet, Miss{ID: u.ID, No: u.No, Name: u.Name, Gap: strings.Join(gaps, "; và "),
			Unchecked: u.Unchecked, distance: u.Distance})
	}
	for x := range l.Judged() {
		s := Stop{ID: x.ID, No: x.No, Name: x.Name}
		switch x.Outcome {
		case assess.Met, assess.NotApplicable:
			continue
		case assess.NotMet:
			s.NotMet = 1
		default:
			s.Open = 1
			out.Open = append(out.Open, x.No)
		}
		out.stops = append(out.stops, s)
	}
	if len(out.stops) == 1 {
		out.stops[0].Alone = out.stops[0].NotMet
	}
	return out
}

// Text is the miss as an official reads it: "10 (thiếu 3 triệu đồng/người/năm)".
func (m *Miss) Text() string {
	gap := m.Gap
	if gap == "" {
		gap = "xã báo chưa đạt"
	}
	if m.Unchecked {
		gap += "; ngưỡng chưa đối chiếu"
	}
	return outlook.Label(m.No) + " (" + gap + ")"
}
