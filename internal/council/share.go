package council

import (
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// ReadShare reads a share in per cent as it is typed. One of at most 1 without its sign may be a
// fraction: it is asked about.
func ReadShare(text string) (decimal.Decimal, error) {
	bare, signed := strings.CutSuffix(strings.TrimSpace(text), "%")
	d, err := decimal.NewFromString(strings.Replace(strings.TrimSpace(bare), ",", ".", 1))
	if err != nil || len(text) > 10 || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(100)) {
		return decimal.Zero, fmt.Errorf("đọc thấy %q, cần một tỷ lệ phần trăm từ trên 0 đến 100, ví dụ 90", text)
	}
	if !signed && d.LessThanOrEqual(decimal.NewFromInt(1)) {
		return decimal.Zero, fmt.Errorf("đọc thấy %q: là %s %% hay %s %%? ghi kèm dấu %%, ví dụ %s%%", text,
			vi.Number(d.Shift(2)), vi.Number(d), vi.Number(d.Shift(2)))
	}
	return d, nil
}
