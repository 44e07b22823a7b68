// Package halfyear is the report of results that a commune and a province make twice a year,
// whoever is up for recognition: where things stood at the end of last year, what is done, what is
// planned. The engine says the first two; the plan is typed, and kept from one period to the next.
//
// Tables, rows and columns are data that an office may change (forms.yaml), for the paper that
// sets them was not seen: they are named by their titles, never by a form's number, and say so.
package halfyear

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// Built is the layout of the program, as a document.
//
//go:embed forms.yaml
var Built []byte

// Layout is which tables the report has.
type Layout struct {
	Schema  string          `yaml:"schema" validate:"eq=ntm.half-year-layout.v1"`
	Status  criteria.Status `yaml:"status" validate:"required"`
	Source  string          `yaml:"source" validate:"required"`
	Columns Columns         `yaml:"columns"`
	Forms   []*Form         `yaml:"forms" validate:"required,dive"`
}

// Columns are the heads. {năm trước}, {kỳ} and {kỳ tới} stand for the times.
type Columns struct {
	Last    string `yaml:"last" validate:"required"`
	Done    string `yaml:"done" validate:"required"`
	Plan    string `yaml:"plan" validate:"required"`
	Judged  string `yaml:"judged" validate:"required"`
	Unknown string `yaml:"unknown" validate:"required"`
	Note    string `yaml:"note" validate:"required"`
}

// Form is a table.
type Form struct {
	ID     string  `yaml:"id" validate:"required"`
	Of     string  `yaml:"of" validate:"oneof=commune province"`
	Title  string  `yaml:"title" validate:"required"`
	Rows   string  `yaml:"rows" validate:"oneof=indicators criteria lines"`
	Groups bool    `yaml:"groups"` // a row for each group of communes below each
	Lines  []*Line `yaml:"lines" validate:"dive"`
}

// Line counts communes: all of them, those that meet every criterion, of those the ones with a
// decision or without, or those that meet From to To criteria.
type Line struct {
	Title string `yaml:"title" validate:"required"`
	Count string `yaml:"count" validate:"oneof=all full recognised underway criteria"`
	From  int    `yaml:"from" validate:"min=0,max=100"`
	To    int    `yaml:"to" validate:"min=0,max=100"`
}

// of is the line for a set of so many criteria, where its title leaves the numbers to the set: no
// further than one short of all, which is a line of its own; false where nothing is left.
func (line *Line) of(total int) (Line, bool) {
	out := *line
	if !strings.Contains(out.Title, "{") {
		return out, true
	}
	out.To = min(out.To, total-1)
	out.Title = strings.NewReplacer("{từ}", fmt.Sprint(out.From), "{đến}", fmt.Sprint(out.To),
		"{dưới}", fmt.Sprint(out.To+1)).Replace(out.Title)
	return out, out.From <= out.To
}

// ReadLayout reads an office's layout; the program's for "".
func ReadLayout(file string) (*Layout, error) {
	out := new(Layout)
	var err error
	if file == "" {
		err = yamldoc.Decode("forms.yaml", Built, out)
	} else {
		err = yamldoc.Read(file, out)
	}
	if err != nil {
		return nil, err
	}
	for i, f := range out.Forms {
		if slices.ContainsFunc(out.Forms[:i], func(other *Form) bool { return other.ID == f.ID }) {
			return nil, problem.List{{File: file, Message: fmt.Sprintf("hai bảng cùng mã %q", f.ID),
				Hint: "đổi một mã"}}
		}
		if (f.Of == "commune") != (f.Rows == "indicators") || (f.Rows == "lines") != (len(f.Lines) > 0) {
			return nil, problem.List{{File: file, Message: fmt.Sprintf("bảng %q: các dòng không hợp với bảng", f.ID),
				Hint: "xã: rows: indicators; tỉnh: rows: criteria, hoặc lines kèm các dòng"}}
		}
	}
	return out, nil
}

// Period is a half of a year.
type Period struct{ Year, Half int }

// Done and Next are the times the report tells of.
func (p Period) Done() string {
	if p.Half == 1 {
		return fmt.Sprintf("6 tháng đầu năm %d", p.Year)
	}
	return fmt.Sprintf("năm %d", p.Year)
}

// Next is the period that is planned for.
func (p Period) Next() string {
	if p.Half == 1 {
		return fmt.Sprintf("6 tháng cuối năm %d", p.Year)
	}
	return fmt.Sprintf("6 tháng đầu năm %d", p.Year+1)
}

// head is a column's head with the times in it.
func (p Period) head(text string) string {
	return strings.NewReplacer("{năm trước}", fmt.Sprint(p.Year-1), "{kỳ}", p.Done(), "{kỳ tới}",
		p.Next()).Replace(text)
}
