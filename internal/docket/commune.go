package docket

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/places"
)

// Place is who a dossier is of, as it was when its report came in: a places.Unit as
// events keep it.
type Place struct {
	Name     string          `json:"name"`
	District string          `json:"district,omitempty"`
	Province string          `json:"province"`
	Region   criteria.Region `json:"region"`
	Title    string          `json:"title"`              // "xã Quảng Trung, huyện …"
	Declared bool            `json:"declared,omitempty"` // outside the lists of places
}

// PlaceOf is a unit as an event keeps it.
func PlaceOf(u places.Unit) Place {
	return Place{u.Name, u.District, u.Province, criteria.Region(u.Region), u.Title(), u.Declared}
}

// Commune is what the events of one commune add up to.
type Commune struct {
	Province string
	Key      string
	Dossiers []*Dossier // by year
	Titles   []Title    // in the order they were given
	Origin   *MergedBody
	Into     *MergedIntoBody

	past   []Event         // all that was taken, in its order
	struck map[string]bool // the events that were taken back, and those that did it
}

// Dossier is a commune's dossier of one year as it stands.
type Dossier struct {
	Province   string         `json:"province"` // its Home
	Commune    string         `json:"key"`      // its Key
	Code       string         `json:"commune"`  // or the key of one outside the lists
	Year       int            `json:"year"`
	Place      Place          `json:"place"`
	Stage      Stage          `json:"stage"`
	Level      criteria.Level `json:"level,omitempty"` // that it was submitted for
	Reports    []ReportRef    `json:"reports"`         // the newest last
	Assessment *AssessmentRef `json:"assessment,omitempty"`
	Reasons    []Reason       `json:"reasons,omitempty"` // for which it was sent back last
	Opinions   []Opinion      `json:"opinions,omitempty"`
	Council    string         `json:"council,omitempty"`
	Vote       *Vote          `json:"vote,omitempty"`
	Conclusion *Conclusion    `json:"conclusion,omitempty"`
	Grounds    *Standing      `json:"grounds,omitempty"` // why it goes on, the newest
	Since      criteria.Date  `json:"since,omitzero"`    // the day of the last step that led on
	Decision   *Decision      `json:"decision,omitempty"`
	Conflicts  []Conflict     `json:"conflicts,omitempty"`
	Last       Mark           `json:"last"`

	steps []Step // that led here, the newest last
}

// Unit is who the dossier is of.
func (d *Dossier) Unit() places.Unit {
	p := d.Place
	u := places.Unit{
		Code: d.Code, Name: p.Name, District: p.District, Province: p.Province,
		Region: string(p.Region), Declared: p.Declared, KeptTitle: p.Title,
	}
	if places.IsDeclared(d.Commune) {
		u.Code = ""
	}
	return u
}

// Standing are the grounds that a dossier stands on, and who gave them.
type Standing struct {
	Grounds
	By  string        `json:"by"`
	Day criteria.Date `json:"day,omitzero"`
}

// Step is one that led a dossier on.
type Step struct {
	Event string
	Mark
}

// LastStep is the newest step, the one that may be taken back; nil when there is none.
func (d *Dossier) LastStep() *Step { return newest(d.steps) }

func newest[T any](all []T) *T {
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// Mark is who did what when.
type Mark struct {
	Kind Kind          `json:"kind"`
	At   time.Time     `json:"at"`
	Day  criteria.Date `json:"day,omitzero"`
	By   string        `json:"by"`
}

// Held is the day on which it was done, or when it was recorded where no day was given.
func (m Mark) Held() time.Time {
	if m.Day.IsZero() {
		return m.At
	}
	return m.Day.Time
}

// markOf is who did an event, and when.
func markOf(e *Event) Mark { return Mark{e.Kind, e.At, e.Day, e.By} }

// ReportRef is one report that came in.
type ReportRef struct {
	Digest string    `json:"digest"`
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	File   string    `json:"file"`
}

// AssessmentRef is the newest assessment of the newest report.
type AssessmentRef struct {
	AssessedBody
	At time.Time `json:"at"`
}

// Conflict is an event that could not follow those before it.
type Conflict struct {
	Event string `json:"event"`
	Mark
	Why string `json:"why"`
}

// Title is a level a commune was recognised at.
type Title struct {
	Level    criteria.Level `json:"level"`
	Year     int            `json:"year"`
	Decision string         `json:"decision"`
	Date     criteria.Date  `json:"date,omitzero"`
	Issuer   string         `json:"issuer,omitempty"`
	Entered  string         `json:"entered,omitempty"` // the event that entered a title of before
	Revoked  *Decision      `json:"revoked,omitempty"`
	Merged   bool           `json:"merged,omitempty"` // it came with a merger, or ended with one
	Ended    bool           `json:"ended,omitempty"`
	EndedIn  int            `json:"ended_in,omitempty"` // the year of the merger that ended it
}

// Holds tells whether the title is in force.
func (t *Title) Holds() bool { return t.Revoked == nil && !t.Ended }

// Dossier is the dossier of a year, nil when there is none.
func (c *Commune) Dossier(year int) *Dossier {
	if i := slices.IndexFunc(c.Dossiers, func(d *Dossier) bool { return d.Year == year }); i >= 0 {
		return c.Dossiers[i]
	}
	return nil
}

// Report is the newest report, nil when there is none.
func (d *Dossier) Report() *ReportRef { return newest(d.Reports) }

// Current tells whether the newest report has been assessed.
func (d *Dossier) Current() bool {
	return d.Assessment != nil && d.Report() != nil && d.Assessment.Report == d.Report().Digest
}

// Brief is the assessment of the level that was submitted, nil when there is none.
func (d *Dossier) Brief() *assess.BriefLevel {
	if d.Assessment == nil {
		return nil
	}
	return d.Assessment.Brief.On(d.Level)
}

// Held is the highest title in force, "" for none.
func (c *Commune) Held() criteria.Level {
	for _, level := range slices.Backward(criteria.Levels) {
		for range c.inForce(level) {
			return level
		}
	}
	return ""
}

// inForce are the titles of a level that are.
func (c *Commune) inForce(level criteria.Level) iter.Seq[*Title] {
	return func(yield func(*Title) bool) {
		for i := range c.Titles {
			if t := &c.Titles[i]; t.Level == level && t.Holds() && !yield(t) {
				return
			}
		}
	}
}

// Name is what the commune is called.
func (c *Commune) Name() string { return c.Place().Name }

// Place is who the commune is, by its newest dossier, else by the lists of units.
func (c *Commune) Place() Place {
	for _, d := range slices.Backward(c.Dossiers) {
		if d.Place.Name != "" {
			return d.Place
		}
	}
	p, _ := places.ByKey(c.Key)
	return PlaceOf(p)
}

// HeldAt is the highest of the titles that a commune held at the end of a year, ""
// for none.
func HeldAt(titles []Title, year int) criteria.Level { return heldAt(titles, year).Level }

// RevokedSince is the decision that has revoked that title since, nil where it stands.
func RevokedSince(titles []Title, year int) *Decision { return heldAt(titles, year).Revoked }

// heldAt is the title itself: of two of a level the one that stands.
func heldAt(titles []Title, year int) (held Title) {
	for _, level := range slices.Backward(criteria.Levels) {
		for _, t := range titles {
			if t.Level == level && t.Year <= year && (t.Revoked == nil || t.Revoked.Date.Year() > year) &&
				(!t.Ended || t.EndedIn > year) && (held.Level == "" || t.Revoked == nil) {
				held = t
			}
		}
		if held.Level != "" {
			break
		}
	}
	return held
}

// JoinTitles is what two stores know of a commune's titles. That one was revoked or
// ended is known when either says so.
func JoinTitles(a, b []Title) []Title {
	out := slices.Clone(a)
	for _, t := range b {
		i := slices.IndexFunc(out, func(o Title) bool {
			return o.Level == t.Level && o.Year == t.Year && o.Decision == t.Decision
		})
		if i < 0 {
			out = append(out, t)
			continue
		}
		o := &out[i]
		o.Revoked = cmp.Or(o.Revoked, t.Revoked)
		if !o.Ended {
			o.Ended, o.EndedIn = t.Ended, t.EndedIn
		}
	}
	return out
}
