package assess

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// Figure is what the commune reported.
type Figure struct {
	ID      string
	Measure commune.Measure // what it says
	Unit    criteria.Unit
	Year    int
	Sources []string // ids of the documents
	Entry   *criteria.Figure
	Note    string
	LeftOut *LeftOut          // what a rule may leave out of the rate
	Earlier []commune.Earlier // what it was in years before, as told; never judged by
}

// Rate is the two counts, where the figure is one.
func (f *Figure) Rate() (commune.Rate, bool) {
	rate, is := f.Measure.(commune.Rate)
	return rate, is
}

// Answer tells whether the figure is met, where that is what it says.
func (f *Figure) Answer() (met, is bool) {
	answer, is := f.Measure.(commune.Answer)
	return bool(answer), is
}

// Value is the number, zero of what is met or not. A quotient is rounded to four
// decimals for the reader, while the judgement used the two counts.
func (f *Figure) Value() decimal.Decimal {
	switch m := f.Measure.(type) {
	case commune.Rate:
		return criteria.Trimmed(valueOf(m, 4))
	case commune.Number:
		return m.Decimal
	case commune.Amount: // as it is written: what is meant is another
		return m.Decimal
	}
	return decimal.Decimal{}
}

// Bound tells how Value stands to what is meant, "" where it is that itself.
func (f *Figure) Bound() typed.Bound {
	a, _ := f.Measure.(commune.Amount)
	return a.Bound
}

// figureDoc is a Figure as its document has it.
type figureDoc struct {
	ID          string        `json:"id"`
	Value       *Number       `json:"value"`
	Unit        criteria.Unit `json:"unit"`
	Year        int           `json:"year"`
	Numerator   *Number       `json:"numerator"`
	Denominator *Number       `json:"denominator"`
	Bound       typed.Bound   `json:"bound,omitempty"`
	Words       string        `json:"words,omitempty"` // of a bound or an estimate, as given
	Met         *bool         `json:"met"`
	Sources     []string      `json:"evidence"`
	Note        string        `json:"note,omitempty"`
	LeftOut     *LeftOut      `json:"left_out,omitempty"`
	Earlier     []earlierDoc  `json:"earlier,omitempty"`
}

// earlierDoc is an earlier year of a figure as its document has it.
type earlierDoc struct {
	Year  int         `json:"year"`
	Value *Number     `json:"value,omitempty"`
	Bound typed.Bound `json:"bound,omitempty"`
	Met   *bool       `json:"met,omitempty"`
}

// Years are the earlier years of the figure, the first one first.
func (f *Figure) Years() []*Figure {
	var out []*Figure
	for _, e := range f.Earlier {
		out = append(out, &Figure{ID: f.ID, Unit: f.Unit, Entry: f.Entry, Year: e.Year, Measure: e.Measure})
	}
	slices.SortFunc(out, func(a, b *Figure) int { return a.Year - b.Year })
	return out
}

// MarshalJSON writes what the figure says as value, numerator with denominator and
// their value, or met.
func (f *Figure) MarshalJSON() ([]byte, error) {
	d := figureDoc{ID: f.ID, Unit: f.Unit, Year: f.Year, Sources: f.Sources, Note: f.Note, LeftOut: f.LeftOut}
	if met, is := f.Answer(); is {
		d.Met = &met
	} else {
		d.Value = number(f.Value())
	}
	if a, is := f.Measure.(commune.Amount); is {
		d.Bound, d.Words = a.Bound, a.Words
	}
	if rate, is := f.Rate(); is {
		d.Numerator, d.Denominator = number(rate.Numerator), number(rate.Denominator)
	}
	for _, e := range f.Years() {
		doc := earlierDoc{Year: e.Year}
		if met, is := e.Answer(); is {
			doc.Met = &met
		} else {
			doc.Value = number(e.Value())
			if a, is := e.Measure.(commune.Amount); is {
				doc.Bound = a.Bound
			}
		}
		d.Earlier = append(d.Earlier, doc)
	}
	return unescaped(d)
}
