// Package chart draws what the window shows as pictures: how the indicators of each criterion came
// out, how far what fails is from its threshold, a figure over the years. A chart is a file of its
// own with all of it in words for who does not see, on a light page and on a dark one.
//
// It is written here: the libraries that were weighed set every colour in a style attribute, which
// the policy of the pages refuses, know no dark page and no words, and would take two of the three
// megabytes that the window may.
package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Bars is a chart of lying bars, one below the other, each below its name.
type Bars struct {
	Title, Says string // Says is all of it in words
	Rows        []bar
}

// bar is a row of a chart. What it shows stands in words at its right: colour says nothing alone.
type bar struct {
	Name, Says string
	Parts      []part
}

// part is a stretch of a bar, in shares of the whole width.
type part struct {
	Share float64
	Kind  string // good, bad, unsure, off
}

// inks are the colours of a chart on a light page, and on a dark one.
var inks = map[bool]map[string]string{
	false: {"ink": "#1a1a1a", "faint": "#595959", "good": "#14532d", "bad": "#9b1c1c", "unsure": "#c9a227",
		"off": "#b0b0b0", "line": "#8a8a8a", "plain": "#0b4a9e"},
	true: {"ink": "#ececec", "faint": "#b0b0b0", "good": "#8fe0ab", "bad": "#ffb0a8", "unsure": "#a8862a",
		"off": "#6f767d", "line": "#8a9097", "plain": "#9cc7ff"},
}

// The measures of a chart, in its own units: a telephone shows it a little smaller than it is.
const (
	chartWidth, rowHigh, barHigh = 400, 36, 12
	nameLetters, saysLetters     = 56, 30
)

type svgRect struct {
	XMLName xml.Name `xml:"rect"`
	X       string   `xml:"x,attr"`
	Y       int      `xml:"y,attr"`
	Width   string   `xml:"width,attr"`
	Height  int      `xml:"height,attr"`
	Fill    string   `xml:"fill,attr"`
	Stroke  string   `xml:"stroke,attr,omitempty"`
}

type svgText struct {
	XMLName xml.Name `xml:"text"`
	X       int      `xml:"x,attr"`
	Y       int      `xml:"y,attr"`
	Fill    string   `xml:"fill,attr"`
	Anchor  string   `xml:"text-anchor,attr,omitempty"`
	Text    string   `xml:",chardata"`
}

type svgChart struct {
	XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
	Width   int      `xml:"width,attr"`
	Height  int      `xml:"height,attr"`
	ViewBox string   `xml:"viewBox,attr"`
	Role    string   `xml:"role,attr"`
	Font    string   `xml:"font-family,attr"`
	Size    int      `xml:"font-size,attr"`
	Title   string   `xml:"title"`
	Desc    string   `xml:"desc"`
	Items   []any
}

// SVG is the chart as a file.
func (b *Bars) SVG(dark bool) ([]byte, error) {
	ink := inks[dark]
	high := len(b.Rows)*rowHigh + 4
	out := svgChart{Width: chartWidth, Height: high, ViewBox: fmt.Sprintf("0 0 %d %d", chartWidth, high), Role: "img",
		Font: `system-ui, "Segoe UI", "Noto Sans", sans-serif`, Size: 13, Title: b.Title, Desc: b.Says}
	wide := func(share float64) string { return fmt.Sprintf("%.1f", min(max(share, 0), 1)*(chartWidth-2)) }
	for i, row := range b.Rows {
		y := i * rowHigh
		room := nameLetters - len([]rune(row.Says))
		out.Items = append(out.Items, svgText{X: 0, Y: y + 14, Fill: ink["ink"], Text: cut(row.Name, room)},
			svgText{X: chartWidth, Y: y + 14, Fill: ink["faint"], Anchor: "end", Text: cut(row.Says, saysLetters)},
			svgRect{X: "1", Y: y + 19, Width: wide(1), Height: barHigh, Fill: "none", Stroke: ink["line"]})
		from := 0.0
		for _, p := range row.Parts {
			out.Items = append(out.Items, svgRect{X: fmt.Sprintf("%.1f", 1+from*(chartWidth-2)), Y: y + 19,
				Width: wide(p.Share), Height: barHigh, Fill: ink[p.Kind]})
			from += p.Share
		}
	}
	var text bytes.Buffer
	text.WriteString(xml.Header)
	err := xml.NewEncoder(&text).Encode(out)
	return text.Bytes(), err
}

// cut is a text in one line of at most so many letters.
func cut(text string, most int) string {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	if len(letters) <= most {
		return string(letters)
	}
	return strings.TrimSpace(string(letters[:max(0, most-1)])) + "…"
}
