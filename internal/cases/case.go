// Package cases holds the packs to examples: a commune, some of its figures and
// what must come of them. They are data beside the law, in the words of the
// law, so that an official who enters a decision can say what it means and see
// it kept.
//
// A case is judged as a report is, through assess, and says only what it is
// about: indicators that it does not name may come out as they will. What a
// real commune published is a case too. Where such a figure contradicts a
// threshold, the case fails and somebody must look; neither is bent to fit.
package cases

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Schema names the document that cases are read from.
const Schema = "ntm.cases.v1"

type document struct {
	Schema string `yaml:"schema" validate:"eq=ntm.cases.v1"`
	Cases  []Case `yaml:"cases" validate:"required,min=1,dive"`
}

// Case is one commune's figures and the outcomes expected of them.
type Case struct {
	Pos     yamldoc.Pos   `yaml:"-"`
	Name    string        `yaml:"name" validate:"required"`
	Source  string        `yaml:"source" validate:"required"` // who says so
	Note    string        `yaml:"note"`
	Commune Commune       `yaml:"commune" validate:"required"`
	Year    int           `yaml:"year" validate:"required,min=1990,max=2100"`
	Date    criteria.Date `yaml:"date"` // whose texts of law hold; not given: the last day of Year
	Figures Figures       `yaml:"figures"`
	// Recognitions are the titles that the commune was given.
	Recognitions []commune.Recognition `yaml:"recognitions" validate:"dive"`
	Expect       Expect                `yaml:"expect" validate:"required,min=1"`
}

// Commune is what decides which requirements hold.
type Commune struct {
	Pos      yamldoc.Pos      `yaml:"-"`
	Region   criteria.Region  `yaml:"region" validate:"required,oneof=tdmnpb dbsh btb dhntb tn dnb dbscl"`
	Province string           `yaml:"province"`
	Traits   []criteria.Trait `yaml:"traits"` // it has no others, but for those
	// TraitsUnknown, that nobody has said yes or no to.
	TraitsUnknown []criteria.Trait `yaml:"traits_unknown"`
}

// Figures are the figures of a case by id: a value, two counts, or true and
// false for what is met or not.
//
//	income_per_capita: 42
//	irrigated_area_rate: {numerator: 79996, denominator: 100000}
//	clean_landscape: true
type Figures []commune.Figure

type counts struct {
	Numerator   *decimal.Decimal `yaml:"numerator"`
	Denominator *decimal.Decimal `yaml:"denominator"`
}

// DecodeNode reads the figures of a case.
func (fs *Figures) DecodeNode(n yamldoc.Node) {
	n.Each(func(id string, value yamldoc.Node) {
		f := commune.Figure{Pos: value.Pos(), ID: id}
		switch text, single := value.Text(); {
		case !single:
			var two counts
			value.Decode(&two)
			f.Measure = commune.RateOf(two.Numerator, two.Denominator)
		case text == "true", text == "false":
			f.Measure = commune.Answer(text == "true")
		default:
			var number commune.Number
			value.Decode(&number)
			f.Measure = number
		}
		*fs = append(*fs, f)
	})
}

// Expect is what must come of a case, in the order it is written.
type Expect []Expected

// Expected is the outcome of an indicator or condition, named LEVEL/NO or
// LEVEL/ID, of LEVEL/prerequisite, or the verdict on a whole LEVEL.
type Expected struct {
	Pos  yamldoc.Pos
	ID   string
	Want string
}

var (
	outcomes = []assess.Outcome{assess.Met, assess.NotMet, assess.NoFigure, assess.NoThreshold,
		assess.NotApplicable, assess.Undetermined}
	verdicts = []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}
)

// DecodeNode reads the outcomes by what they are of.
func (e *Expect) DecodeNode(n yamldoc.Node) {
	n.Each(func(id string, value yamldoc.Node) {
		text, _ := value.Text()
		var err error
		if strings.Contains(id, "/") {
			err = yamldoc.OneOf(new(assess.Outcome), []byte(text), "kết quả", outcomes)
		} else {
			err = yamldoc.OneOf(new(assess.Verdict), []byte(text), "kết luận", verdicts)
		}
		if err != nil {
			value.Fail(err.Error(), "")
			return
		}
		*e = append(*e, Expected{value.Pos(), id, text})
	})
}
