package draw

import (
	"iter"
	"strings"
	"sync"

	"ntm/internal/list"
)

// Words are measured as they are set in Times New Roman, so that every row of a
// workbook gets the height its texts need: Excel sizes rows itself, but not those
// with merged cells, and LibreOffice and telephones size none.

// advances are the widths of letters, in thousandths of the font's size; 0 for those that are
// not known.
var advances = sync.OnceValue(func() *[lastMeasured + 1]int {
	return measure(map[int]string{
		180: "'",
		250: " \u00a0,.",
		278: "iìíỉĩịjlt/:;\\",
		333: "frIÌÍỈĨỊ()[]!-`",
		389: "sJ",
		444: "aàáảãạăằắẳẵặâầấẩẫậceèéẻẽẹêềếểễệz“”‘’?\"",
		500: "bdđghknoòóỏõọôồốổỗộpquùúủũụvxyỳýỷỹỵ0123456789–_*#$",
		560: "ơờớởỡợưừứửữựFPS+=<>×≥≤",
		611: "EÈÉẺẼẸÊỀẾỂỄỆLTZ",
		667: "BCR",
		722: "wAÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬDĐGHKNOÒÓỎÕỌÔỒỐỔỖỘQUÙÚỦŨỤVXYỲÝỶỸỴ",
		780: "mƠỜỚỞỠỢƯỪỨỬỮỰ&…",
		889: "M%@W",
	})
})

const (
	unknownAdvance = 722
	lastMeasured   = '≥'
	boldness       = 1.07 // how much wider the bold is
	slack          = 1.02 // for fonts that stand in for Times New Roman
	lineHeight     = 1.2  // of the font's size
	cellMargin     = 5    // points lost at a cell's sides
	cellPadding    = 2.5  // points above and below a cell's words

	// ZeroWidth is the width of "0" in 11 points, the unit of column widths, in
	// points. Excel rounds it down to 5.25, LibreOffice does not.
	ZeroWidth = 5.5
	narrower  = 5.25 / ZeroWidth
)

func measure(groups map[int]string) *[lastMeasured + 1]int {
	out := new([lastMeasured + 1]int)
	for width, letters := range groups {
		for _, r := range letters {
			out[r] = width
		}
	}
	return out
}

// height is the height in points of a cell that is n points wide and holds the words, wrapped.
func (l *Look) height(words string, width float64) float64 {
	return float64(l.lines(words, width*narrower-cellMargin))*l.points()*lineHeight + cellPadding
}

// advance is how far words set in one line reach, in thousandths of the font's size.
func advance(words string) (sum int) {
	widths := advances()
	for _, r := range words {
		if r > lastMeasured || widths[r] == 0 {
			sum += unknownAdvance
		} else {
			sum += widths[r]
		}
	}
	return sum
}

// width is the width of words set in one line, in points.
func (l *Look) width(words string) float64 { return l.reach(advance(words)) }

// reach is so many thousandths of the font's size in points.
func (l *Look) reach(sum int) float64 {
	points := float64(sum) / 1000 * l.points() * slack
	if l.Bold {
		points *= boldness
	}
	return points
}

// lines is how many lines words take when they are wrapped to a width in
// points.
func (l *Look) lines(words string, width float64) int {
	count := 0
	space := l.width(" ")
	for paragraph := range strings.SplitSeq(words, "\n") {
		count++
		used := -space
		for word := range strings.SplitSeq(paragraph, " ") { // blanks before the words take room too
			wordWidth := l.width(word)
			switch {
			case used < 0:
				used = wordWidth
			case used+space+wordWidth <= width:
				used += space + wordWidth
			default:
				count++
				used = wordWidth
			}
			for ; used > width; used -= width { // an address without spaces
				count++
			}
		}
	}
	return count
}

// Height is what a cell needs in a column of that width, both in points.
func (c Cell) Height(width float64) float64 {
	words, _ := c.Value.(string)
	return c.Look.height(words, width)
}

// Lines is how many lines the cell's words take in a column of that width.
func (c Cell) Lines(width float64) int {
	words, _ := c.Value.(string)
	return c.Look.lines(words, width*narrower-cellMargin)
}

// wrapping tells the cells of a row whose words wrap, each with its width over all its columns.
func (s *Sheet) wrapping(cells []Cell) iter.Seq2[*Cell, float64] {
	return func(yield func(*Cell, float64) bool) {
		for i := 0; i < len(cells); i += cells[i].columns() {
			c, end := &cells[i], len(s.Widths)
			width := list.Sum(s.Widths[min(i, end):min(i+c.columns(), end)])
			if !c.Look.Flat && width > 0 && !yield(c, width) {
				return
			}
		}
	}
}

// Column is the width of a column that holds words in one line, in points.
func Column(words string, l Look) float64 {
	return around(l.width(words))
}

// Need is the room that words take in a cell.
type Need struct {
	Height float64 // of the cell, its words wrapped, in points
	Widest float64 // of the words in one line
	Room   float64 // for a line
}

// Needs is the room that words take in a cell that is n points wide.
func Needs(words string, points float64, bold bool, width float64) Need {
	l := Look{Size: points, Bold: bold}
	return Need{l.height(words, width), l.width(words), width*narrower - cellMargin}
}
