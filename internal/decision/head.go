package decision

import (
	"slices"
	"strings"
	"time"

	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// The head of a decision, as Nghị định 30/2020 sets it.
var (
	numberLine = pattern.New(`(?i)^số\s*:?\s*(\d+[a-z]?)?\s*((?:/\s*\d{4})?\s*/\s*\p{Lu}{2,` +
		`}(?:\s*-\s*[\p{L}&]+)*)`)
	dayWords  = pattern.New(`(?i)ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}`)
	namedLine = pattern.New(`(?i)^quyết định(?: số)?\s*:?\s*(\d+[a-z]?(?:/\d{4})?/\p{Lu}{2,}(?:-[\p{L}&]+)*)`)
	givenWith = pattern.New(`(?i)kèm theo quyết định số\s*:?\s*(\d+[a-z]?(?:/\d{4})?/\p{Lu}{2,` +
		`}(?:-[\p{L}&]+)*)(?:\s*,?\s*(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|ngày\s*\d{1,2}/\d{1,` +
		`2}/\d{4}))?(?:\s*của\s+([^)]+))?`)
)

// byProvince is an issuer that is a province's, folded, and ofItsNumber a number of one.
var (
	byProvince  = pattern.New(`^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\b`)
	ofItsNumber = pattern.New(`\b(?:ubnd|hdnd)$`)
)

// isOfProvince tells whether a decision is a province's own, by its number or its issuer.
func (d *Decision) isOfProvince() bool {
	return ofItsNumber.MatchString(vi.Fold(d.Number)) || byProvince.MatchString(vi.Fold(d.Issuer))
}

// readHead reads the number, the day, the issuer and the title from the lines above the
// first table of criteria.
func (d *Decision) readHead(lines []line) {
	titleFrom := -1
	for i, l := range lines {
		folded := vi.Fold(l.text)
		if m := numberLine.FindStringSubmatch(l.text); m != nil && d.Number == "" && d.Title == "" {
			if m[1] != "" {
				d.Number = m[1] + squeeze(m[2])
			} else {
				d.doubt("quyết định chưa có số: " + l.text)
			}
			if d.Issuer == "" {
				d.Issuer = issuerBefore(lines, i)
			}
		}
		if found := dayWords.FindString(l.text); found != "" && d.Date.IsZero() && titleFrom < 0 &&
			!strings.Contains(folded, "kem theo") {
			d.Date = day(found)
		}
		if titleFrom < 0 && strings.Trim(folded, ": ") == "quyet dinh" {
			titleFrom = i + 1
		}
	}
	for _, l := range lines {
		if m := namedLine.FindStringSubmatch(l.text); m != nil && d.Number == "" && len(d.Doubts) == 0 {
			d.Number = squeeze(m[1])
		}
	}
	d.IsDraft = isDraft(lines, titleFrom)
	if titleFrom >= 0 {
		d.Title = title(lines[titleFrom:])
	}
}

// draftOf says which draft a paper is, which no menu does.
var draftOf = pattern.New(`^\(?du thao (?:lan|thang|ngay)\b`)

// isDraft tells whether a head says that it is of a draft: among its own lines, or in
// capitals right above or below them. "Dự thảo" in the menu of a page says nothing of the paper.
func isDraft(lines []line, titleFrom int) bool {
	first := slices.IndexFunc(lines, func(l line) bool {
		return numberLine.MatchString(l.text) || strings.HasPrefix(vi.Fold(l.text), "cong hoa xa hoi")
	})
	if first < 0 {
		first = max(0, min(titleFrom, len(lines)-1)) // nothing may stand below QUYẾT ĐỊNH
	}
	for first > 0 && lines[first].table != 0 && lines[first-1].table == lines[first].table {
		first--
	}
	const above = 3
	for i := max(0, first-above); i < len(lines); i++ {
		folded := vi.Fold(lines[i].text)
		isOwn := i >= first && i < titleFrom || lines[i].text == strings.ToUpper(lines[i].text) ||
			draftOf.MatchString(folded)
		if isOwn && strings.HasPrefix(strings.TrimLeft(folded, "( "), "du thao") && len(folded) < 40 {
			return true
		}
	}
	return false
}

// squeeze takes the spaces out of a number.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func day(words string) time.Time {
	t, err := typed.Date(words)
	if err != nil {
		return time.Time{}
	}
	return t
}

// motto is the country's name and motto, which a paper made of a PDF has in one line with the issuer's.
var motto = pattern.New(`(?i)\s+(?:cộng h(?:òa|oà) xã hội|độc lập\s*[-–—]\s*tự do).*$`)

// issuerBefore is the lines right above the number: "ỦY BAN NHÂN DÂN / TỈNH GIA ĐỊNH".
func issuerBefore(lines []line, number int) string {
	var out []string
	for i := number - 1; i >= 0 && len(out) < 2; i-- {
		text := motto.ReplaceAllString(lines[i].text, "")
		folded := vi.Fold(text)
		if strings.Trim(folded, "_ -–*") == "" {
			continue // the line below the name
		}
		if lines[i].table != lines[number].table || lines[number].table == 0 && lines[i].cell < number-3 {
			break
		}
		if lines[i].side != lines[number].side || strings.HasPrefix(folded, "cong hoa") || strings.HasPrefix(folded,
			"doc lap") {
			continue
		}
		out = append([]string{text}, out...)
	}
	return strings.Join(out, " ")
}

// belowTitle is a line that is no more of the title, folded.
var belowTitle = pattern.New(`^(?:can cu|dieu \d|phu luc|\((?:ban hanh )?kem theo)`)

// title is the lines below QUYẾT ĐỊNH, until the decision itself begins.
func title(lines []line) string {
	var out []string
	for _, l := range lines {
		folded := vi.Fold(l.text)
		ends := len(out) > 0 && (strings.HasPrefix(folded, "thu tuong") || strings.HasPrefix(folded,
			"uy ban nhan dan") ||
			strings.HasPrefix(folded, "chu tich") || strings.HasPrefix(folded, "bo truong"))
		if ends || len(out) == 4 || belowTitle.MatchString(folded) {
			break
		}
		if strings.Trim(folded, "_ -*") != "" {
			out = append(out, l.text)
		}
	}
	return strings.Join(out, " ")
}

// readGivenWith holds the head against what the annexes say of the decision they belong
// to, and takes it from there where the file has no head.
func (d *Decision) readGivenWith(lines []line) {
	for _, l := range lines {
		m := givenWith.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		number, on, by := squeeze(m[1]), day(m[2]), strings.TrimRight(strings.TrimSpace(m[3]), ").")
		switch {
		case d.Number == "":
			d.Number = number
		case d.Number != number:
			d.doubt("phụ lục ghi là kèm theo Quyết định số " + number + ", nhưng quyết định có số " + d.Number)
		}
		switch {
		case d.Date.IsZero():
			d.Date = on
		case !on.IsZero() && !on.Equal(d.Date):
			d.doubt("phụ lục ghi ngày " + vi.Date(on) + ", nhưng quyết định ghi ngày " + vi.Date(d.Date))
		}
		if d.Issuer == "" {
			d.Issuer = by
		}
	}
}

func (d *Decision) doubt(what string) {
	for _, known := range d.Doubts {
		if known.What == what {
			return
		}
	}
	d.Doubts = append(d.Doubts, Doubt{What: what})
}
