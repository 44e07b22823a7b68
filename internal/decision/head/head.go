// Package head reads the head of a decision as Nghị định 30/2020 sets it: its number, its day, who
// issued it, its title, and whether it is a draft.
package head

import (
	"slices"
	"strings"
	"time"

	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Line is one line of text above the first table of criteria. The lines of one cell have its number.
type Line struct {
	Text  string
	Cell  int
	Table int // the table it stands in, or 0
	Side  int // the column of that table
}

// Head is what the lines above the criteria say of a paper.
type Head struct {
	Number  string
	Date    time.Time
	Issuer  string
	Title   string
	IsDraft bool
	Doubts  []string
}

// The head of a decision, as Nghị định 30/2020 sets it.
var (
	numberLine = pattern.New(`(?i)^số\s*:?\s*(\d+[a-z]?)?\s*((?:/\s*\d{4})?\s*/\s*\p{Lu}{2,` +
		`}(?:\s*-\s*[\p{L}&]+)*)`)
	dayWords  = pattern.New(`(?i)ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}`)
	namedLine = pattern.New(`(?i)^quyết định(?: số)?\s*:?\s*(\d+[a-z]?(?:/\d{4})?/\p{Lu}{2,}(?:-[\p{L}&]+)*)`)
)

// Read reads the number, the day, the issuer and the title from the lines above the first table of criteria; what they
// do not say, from the box that a law portal has on its pages.
func Read(all []Line) *Head {
	b := boxIn(all)
	var lines []Line
	for i, l := range all {
		if !b.lines[i] {
			lines = append(lines, l)
		}
	}
	d := read(lines)
	d.with(b)
	return d
}

func read(lines []Line) *Head {
	d := &Head{}
	titleFrom := -1
	for i, l := range lines {
		folded := vi.Fold(l.Text)
		if m := numberLine.FindStringSubmatch(l.Text); m != nil && d.Number == "" && d.Title == "" {
			if m[1] != "" {
				d.Number = m[1] + Squeeze(m[2])
			} else {
				d.Doubts = append(d.Doubts, "quyết định chưa có số: "+l.Text)
			}
			if d.Issuer == "" {
				d.Issuer = issuerBefore(lines, i)
			}
		}
		if found := dayWords.FindString(l.Text); found != "" && d.Date.IsZero() && titleFrom < 0 &&
			!strings.Contains(folded, "kem theo") {
			d.Date = Day(found)
		}
		if titleFrom < 0 && strings.Trim(folded, ": ") == "quyet dinh" {
			titleFrom = i + 1
		}
	}
	for _, l := range lines {
		if d.Number == "" && len(d.Doubts) == 0 {
			d.Number = Squeeze(namedLine.First(l.Text))
		}
	}
	d.IsDraft = isDraft(lines, titleFrom)
	if titleFrom >= 0 {
		d.Title = title(lines[titleFrom:])
	}
	return d
}

// draftOf says which draft a paper is, which no menu does.
var draftOf = pattern.New(`^\(?du thao (?:lan|thang|ngay)\b`)

// isDraft tells whether a head says that it is of a draft: among its own lines, or in
// capitals right above or below them. "Dự thảo" in the menu of a page says nothing of the paper.
func isDraft(lines []Line, titleFrom int) bool {
	first := slices.IndexFunc(lines, func(l Line) bool {
		return numberLine.MatchString(l.Text) || strings.HasPrefix(vi.Fold(l.Text), "cong hoa xa hoi")
	})
	if first < 0 {
		first = max(0, min(titleFrom, len(lines)-1)) // nothing may stand below QUYẾT ĐỊNH
	}
	for first > 0 && lines[first].Table != 0 && lines[first-1].Table == lines[first].Table {
		first--
	}
	const above = 3
	for i := max(0, first-above); i < len(lines); i++ {
		folded := vi.Fold(lines[i].Text)
		isOwn := i >= first && i < titleFrom || lines[i].Text == strings.ToUpper(lines[i].Text) ||
			draftOf.MatchString(folded)
		if isOwn && strings.HasPrefix(strings.TrimLeft(folded, "( "), "du thao") && len(folded) < 40 {
			return true
		}
	}
	return false
}

// Squeeze takes the spaces out of a number.
func Squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Day is the day that words say, zero where they say none.
func Day(words string) time.Time {
	t, err := typed.Date(words)
	if err != nil {
		return time.Time{}
	}
	return t
}

// motto is the country's name and motto, which a paper made of a PDF has in one line with the issuer's.
var motto = pattern.New(`(?i)\s+(?:cộng h(?:òa|oà) xã hội|độc lập\s*[-–—]\s*tự do).*$`)

// issuerBefore is the lines right above the number: "ỦY BAN NHÂN DÂN / TỈNH GIA ĐỊNH".
func issuerBefore(lines []Line, number int) string {
	var out []string
	for i := number - 1; i >= 0 && len(out) < 2; i-- {
		text := motto.ReplaceAllString(lines[i].Text, "")
		folded := vi.Fold(text)
		if strings.Trim(folded, "_ -–*") == "" {
			continue // the line below the name
		}
		if lines[i].Table != lines[number].Table || lines[number].Table == 0 && lines[i].Cell < number-3 {
			break
		}
		if lines[i].Side != lines[number].Side || strings.HasPrefix(folded, "cong hoa") || strings.HasPrefix(folded,
			"doc lap") {
			continue
		}
		out = append([]string{text}, out...)
	}
	return strings.Join(out, " ")
}

// belowTitle is a line that is no more of the title, folded.
var belowTitle = pattern.New(`^(?:can cu|dieu \d|phu luc|\((?:ban hanh )?kem theo)`)

// whoDecides begins the decision itself, folded.
var whoDecides = pattern.New(`^(?:thu tuong|uy ban nhan dan|chu tich|bo truong)`)

// title is the lines below QUYẾT ĐỊNH, until the decision itself begins.
func title(lines []Line) string {
	var out []string
	for _, l := range lines {
		folded := vi.Fold(l.Text)
		if len(out) > 0 && whoDecides.MatchString(folded) || len(out) == 4 || belowTitle.MatchString(folded) {
			break
		}
		if strings.Trim(folded, "_ -*") != "" {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, " ")
}
