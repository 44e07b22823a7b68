// Package commune is what a commune reports for one year: its figures with
// their years and evidence, the capital it mobilised, its construction arrears,
// what its residents think, its security and its earlier titles.
//
// A report says only what it says. A figure that is not given is unknown, and
// so is a whole section that is not given: no list of arrears is not "no
// arrears", an empty list is. Nothing here judges; assess does.
package commune

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// Schema names the document a report is read from.
const Schema = "ntm.report.v1"

// Report is one commune's report for one year of recognition.
type Report struct {
	Pos     yamldoc.Pos `yaml:"-"`
	Schema  string      `yaml:"schema" validate:"eq=ntm.report.v1"`
	Note    string      `yaml:"note"` // where the report comes from, for its readers
	Commune Where       `yaml:"commune" validate:"required"`
	Year    int         `yaml:"year" validate:"required,min=2000,max=2100"`
	// Level is what the commune asks to be recognised as. Not given: every level of
	// the year is looked at, and a dossier asks for the highest.
	Level criteria.Level `yaml:"level"`
	// Date is the day of the assessment, whose texts of law hold. Not given:
	// the last day of Year.
	Date criteria.Date `yaml:"date"`
	// Traits are those the commune has. Not given: none is known, neither as yes
	// nor as no. Given, even empty: it has no others, but for TraitsUnknown.
	Traits        []criteria.Trait `yaml:"traits"`
	TraitsUnknown []criteria.Trait `yaml:"traits_unknown"`

	Figures  []Figure   `yaml:"figures" validate:"dive"`
	Evidence []Evidence `yaml:"evidence" validate:"dive"`

	Capital      []Capital     `yaml:"capital" validate:"dive"`
	Arrears      []Arrear      `yaml:"arrears" validate:"dive"`
	Satisfaction *Satisfaction `yaml:"satisfaction"`
	Security     *Security     `yaml:"security"`
	Recognitions []Recognition `yaml:"recognitions" validate:"dive"`

	SmartVillage      *SmartVillage `yaml:"smart_village"`
	OutstandingFields []Field       `yaml:"outstanding_fields" validate:"dive"`
	CouncilVotes      []CouncilVote `yaml:"council_votes" validate:"dive"`

	Claims  []Claim  `yaml:"claims" validate:"dive"`
	Remarks []Remark `yaml:"remarks" validate:"dive"`
}

// Where names the commune: by code, by name with its district and province,
// or, outside the lists of places, as declared.
type Where struct {
	Pos      yamldoc.Pos `yaml:"-"`
	Code     string      `yaml:"code"`
	Name     string      `yaml:"name"`
	District string      `yaml:"district"`
	Province string      `yaml:"province"`
	Declared *Declared   `yaml:"declared"`
}

// Declared is a commune that is in no list of places.
type Declared struct {
	Name     string          `yaml:"name" validate:"required"`
	District string          `yaml:"district"`
	Province string          `yaml:"province" validate:"required"`
	Region   criteria.Region `yaml:"region" validate:"required,oneof=tdmnpb dbsh btb dhntb tn dnb dbscl"`
}

// Figure is one reported figure, and the one thing that it says.
type Figure struct {
	Pos      yamldoc.Pos `yaml:"-"`
	ID       string      `yaml:"id" validate:"required"`
	Measure  Measure     `yaml:"-"`
	Year     int         `yaml:"year"` // of the figure itself; 0 for the report's
	Evidence []string    `yaml:"evidence"`
	Note     string      `yaml:"note"`
	// Count is how many of what a rate counts the report tells beside its per cents, of a whole
	// that it does not tell there: it is held against the size of the commune, never judged by.
	Count *decimal.Decimal `yaml:"count"`
	// Earlier is what the figure was in years before, as the report tells it beside the
	// figure. It is shown and drawn, and never judged by.
	Earlier []Earlier `yaml:"earlier"`
}

// Evidence is a document that proves figures.
type Evidence struct {
	Pos    yamldoc.Pos   `yaml:"-"`
	ID     string        `yaml:"id" validate:"required"`
	Number string        `yaml:"number"`
	Date   criteria.Date `yaml:"date"`
	Issuer string        `yaml:"issuer"`
	Title  string        `yaml:"title" validate:"required"`
	File   string        `yaml:"file"`
}

// Capital is money, labour, land or goods mobilised from one source. Quantity,
// unit price and value are kept apart: land is reported in m² and in money,
// and counting both is the usual error.
type Capital struct {
	Pos       yamldoc.Pos      `yaml:"-"`
	Source    Source           `yaml:"source" validate:"required"`
	Kind      Kind             `yaml:"kind"`
	Quantity  *Amount          `yaml:"quantity"`
	Unit      string           `yaml:"unit" validate:"required_with=Quantity"`
	UnitPrice *decimal.Decimal `yaml:"unit_price"` // triệu đồng a unit
	Value     *Amount          `yaml:"value"`      // triệu đồng
	// Share is the source's share of the whole in per cent, where the commune states no more
	// than that. It is kept as it was said: no money is worked out of it, and nothing judged.
	Share *decimal.Decimal `yaml:"share"`
	Years Span             `yaml:"years"`
	Note  string           `yaml:"note"`
}

// Span is the years a sum was gathered in, both included.
type Span struct {
	From int `yaml:"from"`
	To   int `yaml:"to"`
}

// Arrear is what is still owed for one construction work of the programme, in
// triệu đồng.
type Arrear struct {
	Pos       yamldoc.Pos      `yaml:"-"`
	Work      string           `yaml:"work" validate:"required"`
	Decision  string           `yaml:"decision"`
	Total     *decimal.Decimal `yaml:"total"`     // tổng mức đầu tư
	Completed *decimal.Decimal `yaml:"completed"` // khối lượng hoàn thành
	Paid      *decimal.Decimal `yaml:"paid"`
	Owed      *Amount          `yaml:"owed" validate:"required"`
	Plan      string           `yaml:"plan"`
}

// Satisfaction is the Front's poll of the residents: village by village, of the commune as
// a whole, or both.
type Satisfaction struct {
	Pos       yamldoc.Pos `yaml:"-"`
	Villages  []Village   `yaml:"villages" validate:"dive"`
	Whole     *Poll       `yaml:"commune"`
	Questions []Question  `yaml:"questions" validate:"dive"`
	Evidence  []string    `yaml:"evidence"`
}

// Village is the poll in one village.
type Village struct {
	Pos        yamldoc.Pos      `yaml:"-"`
	Name       string           `yaml:"name" validate:"required"`
	Households *decimal.Decimal `yaml:"households"`
	FormsOut   *decimal.Decimal `yaml:"forms_out" validate:"required"`
	FormsBack  *decimal.Decimal `yaml:"forms_back" validate:"required"`
	Satisfied  *decimal.Decimal `yaml:"satisfied" validate:"required"`
}

// Security is the police's confirmation.
type Security struct {
	Pos      yamldoc.Pos `yaml:"-"`
	Met      *bool       `yaml:"met" validate:"required"`
	Evidence []string    `yaml:"evidence"`
}

// Recognition is a title the commune was given.
type Recognition struct {
	Pos      yamldoc.Pos    `yaml:"-"`
	Level    criteria.Level `yaml:"level" validate:"required"`
	Year     int            `yaml:"year" validate:"required"`
	Decision string         `yaml:"decision"`
	Date     criteria.Date  `yaml:"date"`
}

// String is "xã nông thôn mới năm 2021, Quyết định 12/QĐ-UBND ngày 09/05/2022".
func (r *Recognition) String() string {
	decision := ""
	if r.Decision != "" {
		decision = "Quyết định " + r.Decision
	}
	if !r.Date.IsZero() {
		decision = vi.Join(" ", decision, "ngày "+vi.Date(r.Date.Time))
	}
	return vi.Join(", ", fmt.Sprintf("xã %s năm %d", r.Level.Title(), r.Year), decision)
}

// SmartVillage lists the villages that are smart by the province's rules.
type SmartVillage struct {
	Pos      yamldoc.Pos `yaml:"-"`
	Villages []string    `yaml:"villages"`
	Evidence []string    `yaml:"evidence"`
}

// Field is a field the commune stands out in by the province's rules.
type Field struct {
	Pos      yamldoc.Pos `yaml:"-"`
	Name     string      `yaml:"name" validate:"required"`
	Evidence []string    `yaml:"evidence"`
}

// CouncilVote is a vote of an earlier sitting of the appraisal council to propose
// recognition.
type CouncilVote struct {
	Pos     yamldoc.Pos    `yaml:"-"`
	Level   criteria.Level `yaml:"level" validate:"required"`
	Date    criteria.Date  `yaml:"date"`
	Votes   Score          `yaml:"votes"` // for it, of those present: "20/20"
	Members int            `yaml:"members" validate:"min=0,max=200"`
	Note    string         `yaml:"note"`
}
