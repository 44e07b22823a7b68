package commune

import (
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Poll is what the poll came to in the commune as a whole, as far as the report tells it.
type Poll struct {
	Pos        yamldoc.Pos      `yaml:"-"`
	Households *decimal.Decimal `yaml:"households"`
	FormsOut   *decimal.Decimal `yaml:"forms_out"`
	FormsBack  *decimal.Decimal `yaml:"forms_back"`
	Satisfied  *decimal.Decimal `yaml:"satisfied"`
	// Rate is the satisfied in per cent of those who answered, where the report prints no count of them.
	Rate *Amount `yaml:"rate"`
	// Asked is the households that were asked in per cent of all, where the report prints no counts of them.
	Asked *Amount `yaml:"coverage"`
}

// Question is one question of the poll with the share of answers that were satisfied, or
// the counts of both.
type Question struct {
	Pos       yamldoc.Pos      `yaml:"-"`
	Text      string           `yaml:"text" validate:"required"`
	Answered  *decimal.Decimal `yaml:"answered"`
	Satisfied *decimal.Decimal `yaml:"satisfied"`
	Rate      *Amount          `yaml:"rate"`
}

// Measure is the share of the satisfied, nil where nothing is told.
func (q *Question) Measure() Measure { return shareOf(q.Satisfied, q.Answered, q.Rate) }

// Measure is the share of the satisfied in the commune, nil where it is not told.
func (p *Poll) Measure() Measure { return shareOf(p.Satisfied, p.FormsBack, p.Rate) }

// Tell takes over the counts that are told in place of the share of the satisfied; false where
// others are told already.
func (p *Poll) Tell(told Rate) bool {
	return tell(&p.Satisfied, told.Numerator) && tell(&p.FormsBack, told.Denominator)
}

// TellCoverage does so of the households that answered, of all.
func (p *Poll) TellCoverage(told Rate) bool {
	return tell(&p.FormsBack, told.Numerator) && tell(&p.Households, told.Denominator)
}

func tell(count **decimal.Decimal, told decimal.Decimal) bool {
	if *count != nil {
		return (*count).Equal(told)
	}
	*count = &told
	return true
}

// Coverage is the households that answered, of all, or their share; nil where neither is told.
// A report that does not tell how many forms came back tells how many households were asked.
func (p *Poll) Coverage() Measure {
	asked := p.FormsBack
	if asked == nil {
		asked = p.FormsOut
	}
	switch {
	case asked != nil && p.Households != nil:
		return Rate{*asked, *p.Households}
	case p.Asked != nil:
		return p.Asked.Measure()
	}
	return nil
}

func shareOf(part, whole *decimal.Decimal, rate *Amount) Measure {
	switch {
	case part != nil && whole != nil:
		return Rate{*part, *whole}
	case rate != nil:
		return rate.Measure()
	}
	return nil
}

// Measure is the share of the satisfied: over the villages, else as told of the commune.
func (s *Satisfaction) Measure() Measure {
	if len(s.Villages) > 0 {
		satisfied, answered := s.Tally()
		return Rate{satisfied, answered}
	}
	if s.Whole != nil {
		return s.Whole.Measure()
	}
	return nil
}

// Coverage is the households that answered, of all; nil where that is not told.
func (s *Satisfaction) Coverage() Measure {
	if len(s.Villages) > 0 {
		_, answered := s.Tally()
		if households := s.Households(); households != nil && households.IsPositive() {
			return Rate{answered, *households}
		}
	}
	if s.Whole != nil {
		return s.Whole.Coverage()
	}
	return nil
}

// rates are the shares that are told without counts.
func (s *Satisfaction) rates() []*Amount {
	var out []*Amount
	if s.Whole != nil && s.Whole.Rate != nil {
		out = append(out, s.Whole.Rate)
	}
	for i := range s.Questions {
		if rate := s.Questions[i].Rate; rate != nil {
			out = append(out, rate)
		}
	}
	return out
}

// at is where the poll begins.
func (s *Satisfaction) at() yamldoc.Pos {
	switch {
	case len(s.Villages) > 0:
		return s.Villages[0].Pos
	case s.Whole != nil:
		return s.Whole.Pos
	}
	return s.Pos
}
