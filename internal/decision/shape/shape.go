// Package shape tells what the columns of a table hold, whatever their headings say: the numbers of its lines, words,
// or what is asked of a commune.
package shape

import (
	"strconv"
	"strings"
	"unicode"

	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// How the numbers of criteria and indicators are written.
var (
	Dotted = pattern.New(`(?i)^(?:(?:chỉ tiêu|tiêu chí|ct|tc)(?: số)?\s*)?\(?0?(\d{1,2}(?:[.,]\d{1,2}){1,` +
		`2})[.)]?$`)
	Integer = pattern.New(`^\(?0?(\d{1,2})[.)]?$`)
	// Named is a number before the words of its indicator: "2.1. Tỷ lệ…".
	Named = pattern.New(`(?i)^(?:(?:chỉ tiêu|ct)(?: số)?\s*)?\(?0?(\d{1,2}(?:\.\d{1,2}){1,2})\s*` +
		`(?:\s*[.:)/]|\s*[-–]\s)?\s+(\S.*)$`)
	// Titled is a criterion's number before its name, "10. Thu nhập", and not "01 mô hình".
	Titled = pattern.New(`^(?:(?i:tiêu chí)(?: số)?\s+)?\d{1,2}\s*[.:)]\s*\p{Lu}`)
)

// Column is what stands in a column below a head, each cell once.
type Column struct {
	Cells    int  // that hold a text
	Integers int  // "1", "2"
	Dotted   int  // "1.1"
	Named    int  // "1.1. Tỷ lệ…"
	Titled   int  // "1. Quy hoạch"
	Asks     int  // that read as a threshold
	Compares int  // of these, more than a number alone
	Letters  int  // of all of them
	Counts   bool // its integers are 1, 2, 3 without a gap, and there is nothing else
	since    int  // how many integers stood above the last head that begins to count anew
	isAnew   bool // a head stands right above
}

// deepest is how many rows are looked at: they tell what a column is for.
const deepest = 60

// Of is the shape of a column of a table, from a row on. A cell that stands alone in its row is a heading.
func Of(t *document.Table, column, from int) Column {
	out := Column{Counts: true}
	heading := ""
	if c := t.At(from-1, column); c != nil {
		heading = c.Text // which may stand again, after a page
	}
	var last *document.Cell
	for row := from; row <= min(t.Rows, from+deepest); row++ {
		c := t.At(row, column)
		if c == nil || c == last || c.Text == "" || c.Text == heading || c.Row < from || isAlone(t, row, c) {
			out.isAnew = out.isAnew || c != nil && c.Text == heading && heading != ""
			continue
		}
		last = c
		out.add(vi.OneLine(c.Text), c.Text)
	}
	out.Counts = out.Counts && out.Integers == out.Cells && out.Cells > 1
	return out
}

func areDotted(lines string) bool {
	for line := range strings.SplitSeq(lines, "\n") {
		if !Dotted.MatchString(strings.TrimSpace(line)) {
			return false
		}
	}
	return true
}

func isAlone(t *document.Table, row int, c *document.Cell) bool {
	for column := 1; column <= t.Columns; column++ {
		if o := t.At(row, column); o != nil && o != c && o.Text != "" {
			return false
		}
	}
	return true
}

func (s *Column) add(line, text string) {
	s.Cells++
	for _, r := range line {
		if unicode.IsLetter(r) {
			s.Letters++
		}
	}
	switch m := Integer.FindStringSubmatch(line); {
	case m != nil:
		if s.isAnew && m[1] == "1" {
			s.since = s.Integers
		}
		s.Integers, s.isAnew = s.Integers+1, false
		s.Counts = s.Counts && m[1] == strconv.Itoa(s.Integers-s.since)
		return
	case Dotted.MatchString(line), strings.Contains(text, "\n") && areDotted(text):
		s.Dotted++
		return
	case Named.MatchString(line):
		s.Named++
		return
	case Titled.MatchString(line):
		s.Titled++
	}
	const longest = 160
	if len(line) > longest {
		return
	}
	switch r := threshold.InColumn(text); r.Kind {
	case threshold.Unread, threshold.None:
	case threshold.Value:
		s.Asks++
		if r.Op != threshold.Bare || r.Unit != "" {
			s.Compares++
		}
	default:
		s.Asks++
		s.Compares++
	}
}

// IsNumbers tells whether a column holds the numbers of lines and nothing else.
func (s *Column) IsNumbers() bool { return s.Cells > 0 && s.Integers+s.Dotted == s.Cells }

// few cells say nothing of a column.
const few = 3

// IsAsked tells whether a column holds what is asked of communes: most of its cells read as thresholds, bare
// numbers among them where others are more than that.
func (s *Column) IsAsked() bool {
	return s.Cells >= few && s.Asks >= s.Compares && s.Compares > 0 && (s.Asks+s.Integers)*10 >= s.Cells*6 &&
		s.Compares*2 >= s.Asks
}

// IsWords tells whether a column holds words: names of criteria or indicators, or what else people write.
func (s *Column) IsWords() bool {
	const shortest = 6 // letters of a cell
	return s.Cells > 0 && s.Letters >= shortest*s.Cells && s.Asks*3 < s.Cells
}

// Follows tells whether a column's number or letter is the one behind another: "2" behind
// "1", "b" behind "a", and "1" behind a letter.
func Follows(before, after string) bool {
	a, errA := strconv.Atoi(before)
	b, errB := strconv.Atoi(after)
	switch {
	case errA == nil && errB == nil:
		return b == a+1
	case errA != nil && errB == nil:
		return b == 1
	}
	return errA != nil && errB != nil && after[0] == before[0]+1
}
