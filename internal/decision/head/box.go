package head

import (
	"cmp"
	"strings"
	"time"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// box is what a page of a law portal says of a paper beside it: "Số hiệu: …", "Ngày ban hành: 12/06/2024".
type box struct {
	number, issuer string
	day            time.Time
	lines          map[int]bool // that are its own, and none of the paper's
}

const attributes = `(?i)(số hiệu(?: văn bản)?|số(?: ?/ ?| )ký hiệu|ngày ban hành|ngày ký(?: ban hành)?|` +
	`cơ quan ban hành|nơi ban hành|loại văn bản|ngày (?:có )?hiệu lực|ngày áp dụng|ngày đăng(?: công báo)?|` +
	`số công báo|người ký|tình trạng(?: hiệu lực)?|lĩnh vực(?:, ngành)?|trích yếu|tên văn bản)\s*(?::|$)`

var (
	// attribute is the name of what a box says, before a colon or at the end of a cell; boxName where a line begins so.
	attribute = pattern.New(attributes)
	boxName   = pattern.New(`^(?:` + attributes + `)`)
	boxNumber = pattern.New(`^(\d+[a-z]?(?:\s*/\s*\d{4})?\s*/\s*\p{Lu}[\p{L}&]+(?:\s*-\s*[\p{L}&]+)*)\b`)
)

// boxIn reads such a box: of one attribute alone there is none.
func boxIn(lines []Line) *box {
	b := &box{lines: map[int]bool{}}
	found := 0
	for i := 0; i < len(lines); i++ {
		text := strings.TrimSpace(lines[i].Text)
		if !boxName.MatchString(text) {
			continue
		}
		b.lines[i] = true
		at := attribute.FindAllStringIndex(text, -1)
		for k, m := range at {
			end := len(text)
			if k+1 < len(at) {
				end = at[k+1][0]
			}
			found++
			said := strings.Trim(text[m[1]:end], " |;,\t-")
			if said == "" && k == len(at)-1 && i+1 < len(lines) &&
				!boxName.MatchString(strings.TrimSpace(lines[i+1].Text)) {
				said = strings.TrimSpace(lines[i+1].Text)
				b.lines[i+1] = true
			}
			b.take(vi.Fold(strings.Trim(text[m[0]:m[1]], " :")), said)
		}
	}
	if found < 2 { //nolint:mnd // a line may begin with such words by itself
		return &box{}
	}
	return b
}

// take notes what one attribute says.
func (b *box) take(name, said string) {
	switch {
	case strings.HasPrefix(name, "so hieu"), strings.HasSuffix(name, "ky hieu"):
		b.number = cmp.Or(b.number, Squeeze(boxNumber.First(said)))
	case name == "ngay ban hanh", strings.HasPrefix(name, "ngay ky"):
		if b.day.IsZero() {
			b.day = Day(said)
		}
	case strings.HasSuffix(name, "ban hanh"):
		b.issuer = cmp.Or(b.issuer, said)
	}
}

// with fills what a head does not say from the box beside it, and tells where they say two things.
func (h *Head) with(b *box) {
	switch {
	case h.Number == "":
		h.Number = b.number
	case b.number != "" && vi.Fold(b.number) != vi.Fold(h.Number):
		h.Doubts = append(h.Doubts, "trang ghi số hiệu "+b.number+", nhưng quyết định có số "+h.Number)
	}
	switch {
	case h.Date.IsZero():
		h.Date = b.day
	case !b.day.IsZero() && !b.day.Equal(h.Date):
		h.Doubts = append(h.Doubts, "trang ghi ngày ban hành "+vi.Date(b.day)+", nhưng quyết định ghi ngày "+
			vi.Date(h.Date))
	}
	switch {
	case h.Issuer == "":
		h.Issuer = b.issuer
	case b.issuer != "" && !isSameIssuer(b.issuer, h.Issuer):
		h.Doubts = append(h.Doubts, "trang ghi cơ quan ban hành là "+b.issuer+", nhưng quyết định ghi "+h.Issuer)
	}
}

// isSameIssuer tells whether two names may be of one office: a page may write it short, "Tỉnh Giả Định".
func isSameIssuer(a, b string) bool {
	short := func(s string) string {
		return strings.NewReplacer("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "thanh pho", "tp", ".", " ",
			" ", "").
			Replace(vi.Fold(s))
	}
	a, b = short(a), short(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}
