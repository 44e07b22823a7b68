package proof

import (
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// A dossier that an earlier program laid down otherwise cannot be made again as it was.
// The values of its seal are looked for in it: under the names that cells have, in rows
// that are about the same thing, below the same heads. What has no place there is only
// counted; what the sheets say besides is not compared.

// sealWords are what a seal says in words.
type sealWords struct {
	closed map[string]bool // outcomes, verdicts, grades
	sealed map[string]bool // of the report and of the requirements
}

// leastSealed is how many letters a text of the seal has to be looked for.
const leastSealed = 6

// words are those of the workbook's seal.
func (w *Workbook) words() *sealWords {
	out := &sealWords{closed: map[string]bool{look.NotYet: true}, sealed: map[string]bool{}}
	for _, o := range []assess.Outcome{assess.Met, assess.NotMet, assess.NotApplicable, assess.NoFigure,
		assess.NoThreshold, assess.Undetermined} {
		out.closed[o.Word()] = true
	}
	for _, v := range []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided} {
		out.closed[v.Word()] = true
	}
	for _, g := range criteria.Grades {
		out.closed[g] = true
	}
	for _, text := range []json.RawMessage{w.Report, w.Set} {
		var v any
		if json.Unmarshal(text, &v) == nil { // it was read before
			out.gather(v)
		}
	}
	return out
}

func (s *sealWords) gather(v any) {
	switch v := v.(type) {
	case string:
		if len([]rune(v)) >= leastSealed {
			s.sealed[draw.Clean(v)] = true
		}
	case []any:
		for _, one := range v {
			s.gather(one)
		}
	case map[string]any:
		for _, one := range v {
			s.gather(one)
		}
	}
}

// older is a sheet of another layout under comparison.
type older struct {
	*comparison
	words *sealWords
	texts map[string][]int // the rows that say something, from 0
	told  map[string]bool  // cells that were compared
}

// compare looks for the values of a sheet.
func (s *sealWords) compare(c *comparison) error {
	o := &older{comparison: c, words: s, texts: map[string][]int{}, told: map[string]bool{}}
	for _, number := range slices.Sorted(maps.Keys(c.rows)) {
		for _, cell := range c.rows[number] {
			if cell.Kind == read.Text {
				text := plainWords(cell.Text)
				o.texts[text] = append(o.texts[text], number-1)
			}
		}
	}
	o.named()
	last, columns := -1, map[int]int{}
	for i, r := range c.sheet.Rows {
		if i+1 == c.sheet.Head.Row {
			columns = o.heads(i)
		}
		k := o.find(o.key(r), last)
		if k < 0 {
			o.lost(r)
			continue
		}
		last = k
		for column, want := range r.Cells {
			to := column
			if h := c.sheet.Head.Row; h > 0 && i >= h {
				to = columns[column]
			}
			if to >= 0 {
				o.value(&want, column, i, to, k)
			}
		}
	}
	o.years()
	return nil
}

// named compares the cells that have names.
func (o *older) named() {
	for _, n := range o.sheet.Named {
		sheet, cell, _ := strings.Cut(plainName(o.book.Names[n.Name]), "!")
		to, k, err := excelize.CellNameToCoordinates(cell)
		column, i, _ := excelize.CellNameToCoordinates(n.Cell) // our own
		if err != nil || sheet != o.sheet.Name {
			o.out.Unplaced++
			continue
		}
		o.value(&o.sheet.Rows[i-1].Cells[column-1], column-1, i-1, to-1, k-1)
	}
}

// key is what tells a row from others: the first two texts that stand in it for good.
func (o *older) key(r draw.Row) (key []string) {
	for _, cell := range r.Cells {
		text, is := cell.Value.(string)
		if is && isFixed(cell) && cell.Formula == "" && !o.words.closed[text] && len(key) < 2 {
			key = append(key, plainWords(text))
		}
	}
	return key
}

// find is the row that says all of the key, the next after the last one that was found
// if there is such a one; -1 for none.
func (o *older) find(key []string, last int) int {
	if len(key) == 0 {
		return -1
	}
	found := -1
	for _, k := range o.texts[key[len(key)-1]] {
		if len(key) == 2 && !slices.Contains(o.texts[key[0]], k) {
			continue
		}
		if k > last {
			return k
		}
		if found < 0 {
			found = k
		}
	}
	return found
}

// heads tells for each column of a table where its head stands now, -1 for nowhere.
func (o *older) heads(i int) map[int]int {
	out, taken := map[int]int{}, map[int]bool{}
	k := -1
	for _, cell := range o.sheet.Rows[i].Cells { // the row with the most heads
		text, _ := cell.Value.(string)
		for _, row := range o.texts[plainWords(text)] {
			if k < 0 || o.said(i, row) > o.said(i, k) {
				k = row
			}
		}
	}
	for column, cell := range o.sheet.Rows[i].Cells {
		out[column] = -1
		text, _ := cell.Value.(string)
		for at, found := range o.rows[k+1] {
			if text != "" && !taken[at] && plainWords(found.Text) == plainWords(text) {
				out[column], taken[at] = at, true
				break
			}
		}
	}
	return out
}

// said is how many texts of a row a row of the workbook says too.
func (o *older) said(i, k int) (n int) {
	for _, cell := range o.sheet.Rows[i].Cells {
		if text, _ := cell.Value.(string); text != "" && slices.Contains(o.texts[plainWords(text)], k) {
			n++
		}
	}
	return n
}

// lost counts the values of a row that has no place.
func (o *older) lost(r draw.Row) {
	for _, cell := range r.Cells {
		if o.isValue(&cell) {
			o.out.Unplaced++
		}
	}
}

// isValue tells a cell that holds something of the seal: a number, an outcome, words of
// the report or of the requirements.
func (o *older) isValue(c *draw.Cell) bool {
	if c.Pen != nil || c.Waits {
		return false
	}
	if _, number := c.Value.(float64); number {
		return true
	}
	text, _ := c.Value.(string)
	return o.words.closed[text] || o.words.sealed[text]
}

// value compares a value with what stands in its place.
func (o *older) value(want *draw.Cell, column, i, to, k int) {
	name := draw.Ref(to+1, k+1)
	found := o.at(k, to)
	if o.told[name] {
		return
	}
	if want.Pen != nil {
		o.told[name] = true
		o.fill(want.Pen, found, name)
		return
	}
	if !o.isValue(want) || found.Kind == read.Uncomputed {
		return
	}
	o.told[name] = true
	o.out.Cells++
	if !o.holds(want, found) {
		o.tell(OfValue, to+1, k, o.what(column, i), found.Text, shownValue(want.Value))
		_, computed := o.formulas[name]
		o.out.Differences[len(o.out.Differences)-1].computed = computed && want.Formula != ""
	}
}

// holds tells whether a cell says a value, among other words or not.
func (o *older) holds(want *draw.Cell, found read.Cell) bool {
	if sameValue(want, found) {
		return true
	}
	switch v := want.Value.(type) {
	case float64:
		if n, err := strconv.ParseFloat(found.Text, 64); found.Kind == read.Number && err == nil {
			return math.Abs(n-v) <= 1e-9*max(1, math.Abs(v))
		}
		return slices.Contains(numbers.FindAllString(found.Text, -1), vi.Number(decimal.NewFromFloat(v)))
	case string:
		return !o.words.closed[v] && strings.Contains(plainWords(found.Text), plainWords(v))
	}
	return false
}

var numbers = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*`)

// years compares the sentences that say the same but for a number in them.
func (o *older) years() {
	without := map[string]string{}
	for text := range o.texts {
		without[numbers.ReplaceAllString(text, "#")] = text
	}
	for i, r := range o.sheet.Rows {
		for column, cell := range r.Cells {
			text, _ := cell.Value.(string)
			text = plainWords(text)
			if !isFixed(cell) || len(o.texts[text]) > 0 || !numbers.MatchString(text) || len([]rune(text)) < leastSealed {
				continue
			}
			if other := without[numbers.ReplaceAllString(text, "#")]; other != "" && !o.says(other) {
				k := o.texts[other][0]
				o.tell(OfValue, o.columnOf(k, other)+1, k, o.what(column, i), other, text)
			}
		}
	}
}

// says tells whether the sheet made again says that too, somewhere.
func (o *older) says(text string) bool {
	return slices.ContainsFunc(o.sheet.Rows, func(r draw.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c draw.Cell) bool {
			said, _ := c.Value.(string)
			return plainWords(said) == text
		})
	})
}

func (o *older) columnOf(k int, text string) int {
	return slices.IndexFunc(o.rows[k+1], func(c read.Cell) bool { return plainWords(c.Text) == text })
}
