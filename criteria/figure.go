package criteria

import (
	"strings"

	"ntm/internal/exact"

	"github.com/shopspring/decimal"
)

// Figure is an entry of the dictionary: one thing a commune reports, whichever
// standards judge it.
type Figure struct {
	Pos  Pos    `yaml:"-" json:"-"`
	ID   string `yaml:"id" json:"id" validate:"required"`
	Name string `yaml:"name" json:"name" validate:"required"`
	Unit Unit   `yaml:"unit" json:"unit" validate:"required"`

	// Numerator and Denominator say what a rate divides, CountedIn the unit of
	// both. A rate may be reported as the two counts or as a percentage.
	Numerator   string `yaml:"numerator" json:"numerator,omitempty"`
	Denominator string `yaml:"denominator" json:"denominator,omitempty"`
	CountedIn   string `yaml:"counted_in" json:"counted_in,omitempty"`

	// Formula is a rate's two counts in short, for the reader: "(a + b) / c".
	Formula string `yaml:"formula" json:"formula,omitempty"`
	// LeavesOutOf is the rate that some rule may leave this count out of. Such a
	// figure is judged by nothing, and nobody must report it.
	LeavesOutOf string `yaml:"leaves_out_of" json:"leaves_out_of,omitempty"`

	How string `yaml:"how" json:"how,omitempty"` // how it is computed, where that is not plain
	// ByYear is what holds for the figures of some years only, such as the line by which
	// a household is poor. Figures of years under different words are not the same thing.
	ByYear []*YearNote `yaml:"by_year" json:"by_year,omitempty" validate:"dive"`

	// Short is what people call what is counted, where it is not plain from the name.
	Short string `yaml:"short" json:"short,omitempty"`
	// Also are words that reports print for the figure besides its name, apart by semicolons.
	Also string `yaml:"also" json:"-"`
	// Wider are the names of the figures that it is a part of, and what they count: see
	// typed.Meaning.
	Wider string `yaml:"-" json:"-"`
	// Told says that reports tell the figure though no standard need judge it, and as what.
	Told Told `yaml:"told" json:"told,omitempty"`

	ConfirmedBy string `yaml:"confirmed_by" json:"confirmed_by" validate:"required"`
	Plausible   *Range `yaml:"plausible" json:"plausible,omitempty"` // outside it, a figure is asked about
	// Relations are what must hold between the figure and others of the same year.
	Relations []Relation `yaml:"relations" json:"relations,omitempty" validate:"dive"`
}

// YearNote is what holds for a figure of the years, and how that is known.
type YearNote struct {
	Years   Years  `yaml:"years" json:"years" validate:"required"`
	Text    string `yaml:"text" json:"text" validate:"required"`
	Grounds `yaml:",inline"`
}

// In is what holds for a figure of the year, "" when nothing is known to.
func (f *Figure) In(year int) string {
	for _, n := range f.ByYear {
		if n.Years.Contain(year) {
			return n.Text
		}
	}
	return ""
}

// HowIn is how the figure of a year is computed.
func (f *Figure) HowIn(year int) string { return strings.TrimSpace(f.How + " " + f.In(year)) }

// Range is a closed interval.
type Range struct {
	From decimal.Decimal `yaml:"from" json:"from,omitempty"`
	To   decimal.Decimal `yaml:"to" json:"to,omitempty"`
}

// Contains tells whether v lies in the range, its ends included.
func (r Range) Contains(v decimal.Decimal) bool {
	return exact.Compare(v, r.From) >= 0 && exact.Compare(v, r.To) <= 0
}
