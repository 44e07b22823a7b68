package draw

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"

	"github.com/xuri/excelize/v2"
)

// Field is a cell or an area that takes an entry, and which.
type Field struct {
	At   string
	Rule *Rule
}

// Kind is what a rule lets through.
type Kind int

// The kinds of rules. A choice is one of the rule's words.
const (
	Anything Kind = iota
	Whole
	Decimal
	Said // a number, or words, which nobody can check before they are read
	Choice
)

// Rule is what fields take, and what a person reads who types something else.
type Rule struct {
	Kind          Kind
	Least, Most   float64  // of a number; Most 0 for no limit
	Words         []string // of a choice,
	Source        string   // or the area where they stand
	Title, Refuse string   // what is said of anything else; "" to let it pass
	Hint          string   // what a person is told who chooses the cell
}

// Excel shows no more of a message.
const (
	longestTitle   = 32
	longestMessage = 255
)

// fields has the fields of a sheet take what belongs into them. Those of one rule
// are checked together.
func (b *book) fields(s *Sheet) error {
	fields := slices.SortedStableFunc(slices.Values(s.Fields),
		func(a, b Field) int { return cmp.Compare(a.Rule.Kind, b.Rule.Kind) })
	for r, of := range list.By(fields, func(f Field) *Rule { return f.Rule }) {
		v := excelize.NewDataValidation(true)
		v.SetSqref(strings.Join(list.Map(of, func(f Field) string { return f.At }), " "))
		if err := r.fill(v, s); err != nil {
			return err
		}
		if v.Type == "" && r.Hint == "" {
			continue
		}
		if err := b.file.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	return nil
}

func (r *Rule) fill(v *excelize.DataValidation, s *Sheet) error {
	if r.Refuse != "" {
		v.SetError(excelize.DataValidationErrorStyleStop, cut(r.Title, longestTitle), cut(r.Refuse, longestMessage))
	}
	if r.Hint != "" {
		v.SetInput("", cut(r.Hint, longestMessage))
	}
	kind := excelize.DataValidationTypeDecimal
	switch r.Kind {
	case Choice:
		return r.choose(v, s)
	case Said:
		r.say(v)
		return nil
	case Anything:
		return nil
	case Whole:
		kind = excelize.DataValidationTypeWhole
	}
	if r.Most == 0 {
		return v.SetRange(r.Least, r.Least, kind, excelize.DataValidationOperatorGreaterThanOrEqual)
	}
	return v.SetRange(r.Least, r.Most, kind, excelize.DataValidationOperatorBetween)
}

// say lets words through, and numbers in their range. The formula speaks of the first cell
// of the area, and of the others as far as they lie from it.
func (r *Rule) say(v *excelize.DataValidation) {
	cell, _, _ := strings.Cut(strings.Fields(v.Sqref)[0], ":")
	holds := fmt.Sprintf("%s>=%v", cell, r.Least)
	if r.Most > 0 {
		holds += fmt.Sprintf(",%s<=%v", cell, r.Most)
	}
	v.Type = "custom"
	v.Formula1 = fmt.Sprintf("OR(ISTEXT(%s),AND(ISNUMBER(%s),%s))", cell, cell,
		strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(holds))
}

// choose makes the drop-down. Words with commas, which part a list that stands in
// the rule itself, and long lists stand in a hidden column.
func (r *Rule) choose(v *excelize.DataValidation, s *Sheet) error {
	all := strings.Join(r.Words, "")
	switch {
	case r.Source != "":
		v.SetSqrefDropList(r.Source)
	case strings.Contains(all, ",") || len(all) > longestMessage/2:
		v.SetSqrefDropList(s.hiddenChoice(r.Words))
	default:
		return v.SetDropList(r.Words)
	}
	return nil
}

// hiddenChoice keeps the words of a drop-down in a hidden column and gives its
// area.
func (s *Sheet) hiddenChoice(words []string) string {
	s.choices = append(s.choices, words)
	column := len(s.Widths) + len(s.choices)
	return Absolute(column, 1) + ":" + Absolute(column, len(words))
}

// hideChoices writes the words of the drop-downs into their hidden columns.
func (s *Sheet) hideChoices() {
	shown := len(s.Widths)
	for k, words := range s.choices {
		s.Widths = append(s.Widths, 0)
		for i, word := range words {
			if len(s.Rows) <= i {
				s.Rows = append(s.Rows, Row{})
			}
			for len(s.Rows[i].Cells) <= shown+k {
				s.Rows[i].Cells = append(s.Rows[i].Cells, Cell{})
			}
			s.Rows[i].Cells[shown+k] = Unseen(word)
		}
	}
}

// cut ends a text that is too long with an ellipsis.
func cut(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}

// Lock is what may still be done on a locked sheet, beside filling in its open
// cells and changing the size of its rows and columns.
type Lock struct{ Filter, Sort, Format bool }

// lock has a locked sheet take nothing but in its open cells. There is no
// password: whoever means to change the rest can.
func (b *book) lock(s *Sheet) error {
	if s.Locked == nil {
		return nil
	}
	return b.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
		FormatCells: s.Locked.Format, AutoFilter: s.Locked.Filter, Sort: s.Locked.Sort,
	})
}
