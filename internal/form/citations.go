package form

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

var (
	between = pattern.New(`[,;\n]| và `)
	span    = pattern.New(`^(\d{1,3}) ?[-–] ?(\d{1,3})$`)
)

// cites reads the codes of evidence in a cell: "1, 2", "1;3-5", "tb-thu-nhap".
func (d *cellReader) cites(c given, known []string) []string {
	c = inLine(c)
	text := d.text(c)
	if text == "" {
		return nil
	}
	if c.Kind == read.Number && !slices.Contains(known, text) {
		var ok bool
		if text, ok = d.citedNumber(c, text, known); !ok {
			return nil
		}
	}
	var out []string
	add := func(code string) {
		if i := slices.IndexFunc(known, func(k string) bool { return vi.FoldTone(k) == vi.FoldTone(code) }); i >= 0 {
			code = known[i]
		}
		switch {
		case code == "" || slices.Contains(out, code):
		case !slices.Contains(known, code):
			d.uncited(c, code)
		default:
			out = append(out, code)
		}
	}
	for part := range slices.Values(between.Split(text, -1)) {
		part = strings.TrimSpace(part)
		codes, isSpan := inSpan(part)
		switch {
		case !isSpan || slices.Contains(known, part):
			codes = []string{part}
		case codes == nil:
			d.fail(c, "ghi số nhỏ trước: 1-3", "đọc thấy %q, không phải một dãy số minh chứng", part)
		}
		for _, code := range codes {
			add(code)
		}
	}
	return out
}

// inSpan are the codes from one number to another: "3-5".
func inSpan(part string) (codes []string, is bool) {
	m := span.FindStringSubmatch(part)
	if m == nil {
		return nil, false
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[2])
	for n := first; n <= last; n++ {
		codes = append(codes, strconv.Itoa(n))
	}
	return codes, true
}

// inLine is a cell of codes that stand below each other, with semicolons between them.
func inLine(c given) given {
	if c.Kind == read.Text {
		c.Text = strings.ReplaceAll(strings.TrimSpace(c.Text), "\n", "; ")
	}
	return c
}

// uncited refuses a code that no evidence has.
func (d *cellReader) uncited(c given, code string) {
	if d.unlisted {
		d.fail(c, "chép tờ "+layout.EvidenceSheet+" vào lại tệp này, hoặc xóa các số ở cột minh chứng",
			"không có minh chứng nào số %q vì tệp không còn trang tính "+layout.EvidenceSheet, code)
		return
	}
	d.fail(c, "thêm minh chứng này vào tờ "+layout.EvidenceSheet+", hoặc sửa số", "không có minh chứng nào số %q", code)
}

// citedNumber makes a list of two codes again of what a Vietnamese Excel has made a number
// of: "1, 3" is 1,3 to it. The zeros at the end are lost, so 1,3 may be 1 and 30 as well,
// where there is such evidence.
func (d *cellReader) citedNumber(c given, text string, known []string) (string, bool) {
	const hint = "ghi các số cách nhau bằng dấu chấm phẩy: 1; 3"
	if c.Shown == read.Date {
		d.fail(c, hint, "ô này đang giữ một ngày: Excel đã đổi các số vừa gõ thành ngày")
		return "", false
	}
	first, second, two := strings.Cut(text, ".")
	if !two {
		return text, true
	}
	longer := func(code string) bool {
		return len(code) > len(second) && strings.TrimRight(code, "0") == strings.TrimRight(second, "0") &&
			strings.HasPrefix(code, second)
	}
	if !slices.Contains(known, first) || !slices.Contains(known, second) || slices.ContainsFunc(known, longer) {
		d.fail(c, hint, "đọc thấy số %s; có phải là nhiều minh chứng không?", strings.Replace(text, ".", ",", 1))
		return "", false
	}
	d.note(c, fmt.Sprintf("đọc thấy số %s,%s, hiểu là minh chứng %s và %s; nhiều minh chứng thì ghi cách nhau dấu "+
		"chấm phẩy: %s; %s", first, second, first, second, first, second))
	return first + ";" + second, true
}

// noName is how a text begins that tells about something instead of naming it.
var noName = pattern.New(`^(khong|chua|dang|se|co \d|so |\d)`)

// name reads the name of what is counted by its names, or "".
func (d *cellReader) name(c given, what string) string {
	text := d.text(c)
	if text == "" || !d.isName(c, text, what) {
		return ""
	}
	return text
}

func (d *cellReader) isName(c given, text, what string) bool {
	_, answered := typed.YesNo(text)
	if _, has := typed.Has(text); answered == nil || has == nil || !hasLetter(text) ||
		noName.MatchString(vi.Fold(text)) {
		d.fail(c, "ghi tên; không có thì trả lời Không và để trống ô này", "đọc thấy %q, ở đây cần tên một %s",
			text, what)
		return false
	}
	return true
}
