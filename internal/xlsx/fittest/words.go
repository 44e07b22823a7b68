package fittest

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// word is one on a printed page, and its place in points.
type word struct {
	Left   float64 `xml:"xMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Top    float64 `xml:"yMin,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

func (w *word) middle() (x, y float64) { return (w.Left + w.Right) / 2, (w.Top + w.Bottom) / 2 }

func wordsOf(t testing.TB, said []byte) [][]word {
	t.Helper()
	var document struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(said))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	pages := make([][]word, len(document.Pages))
	for i, p := range document.Pages {
		pages[i] = p.Words
	}
	return pages
}

// number tells whether a number is not in its box as a number: what finds no room is printed as
// signs. How it is written its format says, which may write it as a word.
func number(value float64, words []word, box [4]float64) string {
	found := ""
	for _, w := range in(words, box[0], box[1], box[2], box[3]) {
		found += w.Text
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, found)
	switch {
	case found == "":
		return fmt.Sprintf("lacks the number %v", value)
	case strings.Contains(found, "##"):
		return fmt.Sprintf("has no room for the number %v", value)
	case digits == "":
		return ""
	}
	for _, whole := range []float64{math.Floor(math.Abs(value)), math.Ceil(math.Abs(value))} {
		if strings.HasPrefix(digits, strconv.FormatFloat(whole, 'f', 0, 64)) {
			return ""
		}
	}
	return fmt.Sprintf("lacks the number %v, there is %q", value, found)
}

// in are the words whose middle lies in a box.
func in(words []word, x, y, width, height float64) (inside []word) {
	for i := range words {
		if at, down := words[i].middle(); at > x && at < x+width && down > y && down < y+height {
			inside = append(inside, words[i])
		}
	}
	return inside
}

// within tells what of a cell's words is not in its box, or broken there.
func within(says string, words []word, x, y, width, height float64) string {
	inside := in(words, x, y, width, height)
	slices.SortFunc(inside, func(a, b word) int {
		ax, ay := a.middle()
		bx, by := b.middle()
		if by-ay > lineApart || ay-by > lineApart {
			return cmp.Compare(ay, by)
		}
		return cmp.Compare(ax, bx)
	})
	found, ends := "", map[int]bool{0: true}
	for i := range inside {
		if i > 0 {
			_, before := inside[i-1].middle()
			if _, down := inside[i].middle(); down-before > lineApart {
				ends[len(found)] = true
			}
		}
		found += plain(inside[i].Text)
	}
	want, starts := "", map[int]bool{0: true}
	for w := range strings.FieldsSeq(says) {
		starts[len(want)] = true
		want += plain(w)
	}
	if found != want {
		if missing := lacking(want, found); missing != "" {
			return fmt.Sprintf("lacks %q of %q", missing, says)
		}
		return ""
	}
	for end := range ends {
		if !starts[end] && !strings.ContainsAny(want[max(0, end-1):end], "/-–") {
			return fmt.Sprintf("breaks a word after %q", want[:end])
		}
	}
	return ""
}

// plain is words as they are compared, whatever letters a font draws for them.
func plain(words string) string {
	return strings.Join(strings.Fields(norm.NFC.String(words)), "")
}

// lacking are the letters of one text that another has not.
func lacking(want, found string) string {
	has := map[rune]int{}
	for _, r := range found {
		has[r]++
	}
	out := ""
	for _, r := range want {
		if has[r]--; has[r] < 0 {
			out += string(r)
		}
	}
	return out
}
