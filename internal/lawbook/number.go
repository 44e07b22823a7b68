package lawbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/vi"
)

// The ways people write a number. A group is three digits; a lone separator
// before three digits may stand for either thing.
var (
	plainNumber  = regexp.MustCompile(`^\d+$`)
	oneSeparator = regexp.MustCompile(`^(\d+)([.,])(\d+)$`)
	groupedBy    = map[string]*regexp.Regexp{
		".": regexp.MustCompile(`^\d{1,3}(\.\d{3})+(,\d+)?$`),
		",": regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`),
		" ": regexp.MustCompile(`^\d{1,3}( \d{3})+([.,]\d+)?$`),
	}
	// bounds is what a pack may hold.
	bounds = regexp.MustCompile(`^\d{1,15}(\.\d{1,9})?$`)
)

// readNumber reads a number as an official types it: "1,53", "1.234,5", "80".
// One that can be read in two ways is an error that names both.
func readNumber(text string) (decimal.Decimal, error) {
	wrong := fmt.Errorf("đọc thấy %q, ở đây cần một số, ví dụ 80 hoặc 1,53", text)
	plain := ""
	switch m := oneSeparator.FindStringSubmatch(text); {
	case plainNumber.MatchString(text):
		plain = text
	case m != nil && len(m[3]) == 3 && len(m[1]) <= 3 && m[1][0] != '0':
		whole, fraction := decimal.RequireFromString(m[1]+m[3]), decimal.RequireFromString(m[1]+"."+m[3])
		return decimal.Decimal{}, fmt.Errorf("đọc thấy %q, có thể hiểu là %s (không có phần thập phân) hoặc %s (có phần thập phân)", text, strings.ReplaceAll(vi.Number(whole), ".", " "), vi.Number(fraction))
	case m != nil:
		plain = m[1] + "." + m[3]
	default:
		for group, form := range groupedBy {
			if form.MatchString(text) {
				plain = strings.Replace(strings.ReplaceAll(text, group, ""), ",", ".", 1)
			}
		}
	}
	if !bounds.MatchString(plain) {
		return decimal.Decimal{}, wrong
	}
	return decimal.RequireFromString(plain), nil
}

// cellNumber reads the number of a number cell. The program that saved it kept
// a binary float; the shortest decimal that gives that float is what was typed.
func cellNumber(raw string) (decimal.Decimal, error) {
	f, err := strconv.ParseFloat(raw, 64)
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if err != nil || !bounds.MatchString(text) {
		return decimal.Decimal{}, fmt.Errorf("đọc thấy %q, ở đây cần một số không âm, có không quá 9 chữ số thập phân", raw)
	}
	return decimal.RequireFromString(text), nil
}
