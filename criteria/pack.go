package criteria

import "github.com/shopspring/decimal"

// Pos is where in which file something stands. The zero Pos is nowhere.
type Pos struct {
	File         string
	Line, Column int // from 1
}

// Document is a legal document by number, as it is cited.
type Document struct {
	Number string `yaml:"number" json:"decision" validate:"required"`
	Date   Date   `yaml:"date" json:"date,omitzero"`
}

// Standard is one published set of criteria for one level.
type Standard struct {
	Pos          Pos          `yaml:"-"`
	Schema       string       `yaml:"schema" validate:"eq=ntm.standard.v1"`
	ID           string       `yaml:"id" validate:"required"`
	Level        Level        `yaml:"level" validate:"required"`
	Name         string       `yaml:"name" validate:"required"`
	Province     string       `yaml:"province"` // whose own level it is; "" for the nation's
	Years        Years        `yaml:"years" validate:"required"`
	Decision     Document     `yaml:"decision" validate:"required"`
	Annex        string       `yaml:"annex"`
	Prerequisite Prerequisite `yaml:"prerequisite"`
	ColumnRule   *ColumnRule  `yaml:"column_rule"`
	Groups       []*Group     `yaml:"groups" validate:"dive"` // the columns, when they are not the regions
	// Indicators is how many the decision has, where not all of them stand here; 0 where
	// they do.
	Indicators int          `yaml:"indicators" validate:"min=0,max=500"`
	Criteria   []*Criterion `yaml:"criteria" validate:"required,dive"`
}

// Years is the span of recognition years a pack holds for, both included.
type Years struct {
	From int `yaml:"from" json:"from" validate:"min=1990,max=2100"`
	To   int `yaml:"to" json:"to" validate:"min=1990,max=2100,gtefield=From"`
}

// Contain tells whether the pack holds for the year.
func (y Years) Contain(year int) bool { return y.From <= year && year <= y.To }

// Overlap tells whether the two spans of years have one in common.
func (y Years) Overlap(z Years) bool { return y.From <= z.To && z.From <= y.To }

// Prerequisite is the level a commune must hold before this one.
type Prerequisite struct {
	Level Level  `yaml:"level"`
	Text  string `yaml:"text"` // the decision's words, for the reader
	// AnyPeriod tells that a title of any period is enough: the decision asks that
	// the commune has been recognised, not that it meets the present standard.
	AnyPeriod bool `yaml:"any_period"`
	Grounds   `yaml:",inline"`
}

// Group is a commune group of a standard, or a zone of a province, that has a
// column of its own. A commune belongs to it by its traits; to the group that
// says `otherwise`, when it belongs to no other.
type Group struct {
	Pos       Pos       `yaml:"-"`
	ID        string    `yaml:"id" validate:"required"`
	Name      string    `yaml:"name" validate:"required"`
	AnyOf     [][]Trait `yaml:"any_of"` // all the traits of one of the lists
	Otherwise bool      `yaml:"otherwise"`
	Note      string    `yaml:"note"` // what a person who answers should know
	Grounds   `yaml:",inline"`
}

// ColumnRule sends communes with certain traits to another region's column.
type ColumnRule struct {
	Column  Region    `yaml:"column" validate:"required"`
	Traits  [][]Trait `yaml:"traits" validate:"required"` // one of each group is needed
	Article string    `yaml:"article" validate:"required"`
}

// Criterion is one of the numbered criteria of a standard.
type Criterion struct {
	Pos        Pos          `yaml:"-"`
	No         string       `yaml:"no" validate:"required"`
	Name       string       `yaml:"name" validate:"required"`
	Indicators []*Indicator `yaml:"indicators" validate:"dive"` // none in a frame whose indicators an office enters
}

// Indicator is one line of a criterion.
type Indicator struct {
	Pos           Pos     `yaml:"-"`
	No            string  `yaml:"no" validate:"required"`
	Name          string  `yaml:"name" validate:"required"`
	AppliesUnless []Trait `yaml:"applies_unless,flow"` // "nếu có": a commune with one of these has nothing to judge
	Rules         []*Rule `yaml:"rules" validate:"required,dive"`
}

// Rule is what an indicator asks over a span of time and for some columns.
// Exactly one rule of an indicator holds for a commune on a day.
type Rule struct {
	Pos       Pos       `yaml:"-"`
	Name      string    `yaml:"name"` // the wording in this span, when it is not the indicator's
	From      Date      `yaml:"from"`
	Until     Date      `yaml:"until"`        // the last day it holds
	Columns   []Region  `yaml:"columns,flow"` // of the pack: regions, or its groups
	Levels    []Level   `yaml:"levels,flow"`  // for the conditions, which the levels share
	With      []Trait   `yaml:"with,flow"`    // only for communes with all of these
	Without   []Trait   `yaml:"without,flow"` // and with none of these
	Layer     Layer     `yaml:"layer"`
	Decision  *Document `yaml:"decision"` // when it is not the pack's
	AmendedBy string    `yaml:"amended_by"`
	Article   string    `yaml:"article"` // where in the decision
	Ask       `yaml:",inline"`
	CheckedBy string `yaml:"checked_by"` // who held a confirmed threshold against the decision
	CheckedOn Date   `yaml:"checked_on"`
}

// Ask is a requirement as a pack writes it: a figure and one way to judge it,
// or parts that are asks themselves.
type Ask struct {
	Pos      Pos       `yaml:"-"`
	Figure   string    `yaml:"figure"`
	AtLeast  *Series   `yaml:"at_least"`
	AtMost   *Series   `yaml:"at_most"`
	Exactly  *Series   `yaml:"exactly"`
	MoreThan *Series   `yaml:"more_than"`
	LessThan *Series   `yaml:"less_than"`
	Declared bool      `yaml:"declared"`
	SetBy    Layer     `yaml:"set_by"`    // "UBND cấp tỉnh quy định cụ thể"
	NotAsked bool      `yaml:"not_asked"` // "Không áp dụng": nothing to judge in the rule's columns
	Relative *Relative `yaml:"relative"`
	AllOf    []*Ask    `yaml:"all_of"`
	AnyOf    []*Ask    `yaml:"any_of"`
	SomeOf   *SomeOf   `yaml:"some_of"`
	Case     bool      `yaml:"case"`     // a fact that says which part applies, no goal to reach
	IfGiven  bool      `yaml:"if_given"` // judged only where the figure is reported: not every report can tell it
	Text     string    `yaml:"text"`     // the decision's words, when the number alone does not say it
	Cells    []Cell    `yaml:"cells" validate:"dive"`
	Grounds  `yaml:",inline"`
}

// Grounds say how a threshold is known.
type Grounds struct {
	Status Status `yaml:"status" json:"status,omitempty"`
	Source string `yaml:"source" json:"source,omitempty"`
}

// Given tells whether the grounds are told.
func (g Grounds) Given() bool { return g.Status != "" && g.Source != "" }

// Relative is a threshold that is a multiple of another one, as the income of
// kiểu mẫu is 1,10 times that of nâng cao.
type Relative struct {
	To     string          `yaml:"to" validate:"required"` // LEVEL/NO
	Op     Op              `yaml:"op" validate:"required,oneof=at_least at_most"`
	Factor decimal.Decimal `yaml:"factor"`
}

// SomeOf asks for at least Least of its parts.
type SomeOf struct {
	Least int    `yaml:"least" validate:"min=1"`
	Of    []*Ask `yaml:"of" validate:"required"`
}

// Cell is a single value of a series whose grounds differ from the rest.
type Cell struct {
	Pos     Pos    `yaml:"-"`
	Year    int    `yaml:"year"`
	Column  Region `yaml:"column" validate:"required"`
	Grounds `yaml:",inline"`
}

// Overlay is what a ministry, a province or an office sets on top of the
// nation's standards; or a level of the nation's own that is known for one
// province only.
type Overlay struct {
	Pos      Pos            `yaml:"-"`
	Schema   string         `yaml:"schema" validate:"eq=ntm.overlay.v1"`
	ID       string         `yaml:"id" validate:"required"`
	Name     string         `yaml:"name" validate:"required"`
	Layer    Layer          `yaml:"layer" validate:"required,oneof=nation ministry province office"`
	Province string         `yaml:"province"` // "" for all provinces
	Years    Years          `yaml:"years" validate:"required"`
	Decision Document       `yaml:"decision" validate:"required"`
	Annex    string         `yaml:"annex"`
	Groups   []*Group       `yaml:"groups" validate:"dive"`  // the province's own zones
	Figures  []*Figure      `yaml:"figures" validate:"dive"` // of indicators it adds
	Add      []*Addition    `yaml:"add" validate:"dive"`
	Set      []*OverlayRule `yaml:"set" validate:"dive"`
	// Conditions of recognition that it adds to those of the procedure.
	Conditions []*Condition `yaml:"conditions" validate:"dive"`
	// Prerequisites restate what a level rests on, as a province words it.
	Prerequisites []*OverlayPrerequisite `yaml:"prerequisites" validate:"dive"`
	// LeftOut says what is left out of rates that count everyone by themselves.
	LeftOut []*OverlayLeftOut `yaml:"leave_out" validate:"dive"`
}

// OverlayPrerequisite is an overlay's prerequisite for the level For.
type OverlayPrerequisite struct {
	Pos          Pos   `yaml:"-"`
	For          Level `yaml:"for" validate:"required"`
	Prerequisite `yaml:",inline"`
}

// Addition is indicators that an overlay adds to a standard: to one of its
// criteria, or as a criterion of their own.
type Addition struct {
	Level     Level `yaml:"level" validate:"required"`
	Criterion `yaml:",inline"`
}

// OverlayRule is an overlay's rule for one indicator.
type OverlayRule struct {
	Indicator string `yaml:"indicator" validate:"required"` // LEVEL/NO, or LEVEL/ID of a condition
	LaxerBy   string `yaml:"laxer_by"`                      // the clause that allows less than what it overrides asks
	Rule      `yaml:",inline"`
}
