package dossier

import "strings"

// advances are the widths of letters in Times New Roman, in thousandths of the
// font's size. Every row is given its height by them: Excel sizes rows itself,
// but not those with merged cells, and LibreOffice and telephones size none.
var advances = measure(map[int]string{
	180: "'",
	250: " ,.",
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

const (
	unknownAdvance = 722
	boldness       = 1.07 // how much wider the bold is
	slack          = 1.02 // for fonts that stand in for Times New Roman
	lineHeight     = 1.2  // of the font's size
	cellMargin     = 5    // points lost at a cell's sides
	excelWidth     = 5.25 / zeroWidth
)

func measure(groups map[int]string) map[rune]int {
	out := map[rune]int{}
	for width, letters := range groups {
		for _, r := range letters {
			out[r] = width
		}
	}
	return out
}

// textWidth is the width of a text set in one line, in points.
func textWidth(s string, l look) float64 {
	sum := 0
	for _, r := range s {
		width, known := advances[r]
		if !known {
			width = unknownAdvance
		}
		sum += width
	}
	points := float64(sum) / 1000 * l.points() * slack
	if l.bold {
		points *= boldness
	}
	return points
}

// lines is how many lines a text takes when its words are wrapped to a width
// in points.
func lines(s string, l look, width float64) int {
	count := 0
	space := textWidth(" ", l)
	for paragraph := range strings.SplitSeq(s, "\n") {
		count++
		used := 0.0
		for word := range strings.SplitSeq(paragraph, " ") {
			wordWidth := textWidth(word, l)
			switch {
			case used == 0:
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

// height is what a cell needs when it is so many points wide.
func (c cell) height(width float64) float64 {
	words, _ := c.value.(string)
	n := lines(words, c.look, width*excelWidth-cellMargin)
	return float64(n)*c.look.points()*lineHeight + 4
}

// fit is the height a row needs. Cells that reach down into further rows do
// not count: those rows make room for them.
func (s *sheet) fit(cells []cell) float64 {
	height, column := 0.0, 0
	for _, c := range cells {
		width := 0.0
		for range c.span {
			width += s.widths[column]
			column++
		}
		if !c.deep {
			height = max(height, c.height(width))
		}
	}
	return height
}
