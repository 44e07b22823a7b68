package cli

import (
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// shareFlag is a share in per cent named on the command line.
type shareFlag struct{ decimal.Decimal }

func (s *shareFlag) String() string { return "" }

// Type is what the help text calls the value.
func (s *shareFlag) Type() string { return "TỶ_LỆ" }

// Set reads a share. One of at most 1 without its sign may be a fraction: it is asked about.
func (s *shareFlag) Set(text string) error {
	bare, signed := strings.CutSuffix(strings.TrimSpace(text), "%")
	d, err := decimal.NewFromString(strings.Replace(strings.TrimSpace(bare), ",", ".", 1))
	if err != nil || len(text) > 10 || !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(100)) {
		return command.Misread(fmt.Sprintf("đọc thấy %q, cần một tỷ lệ phần trăm từ trên 0 đến 100, ví dụ 90", text))
	}
	if !signed && d.LessThanOrEqual(decimal.NewFromInt(1)) {
		return command.Misread(fmt.Sprintf("đọc thấy %q: là %s %% hay %s %%? ghi kèm dấu %%, ví dụ %s%%", text,
			vi.Number(d.Shift(2)), vi.Number(d), vi.Number(d.Shift(2))))
	}
	s.Decimal = d
	return nil
}

// wholeNumbers reads "1,3,5-7" as numbers up to most.
func wholeNumbers(text string, most int) ([]int, error) {
	var out []int
	for part := range strings.SplitSeq(text, ",") {
		var from, to int
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			last = first
		}
		if _, err := fmt.Sscanf(first+" "+last, "%d %d", &from, &to); err != nil || from < 1 || to > most || from > to {
			return nil, command.Usage(fmt.Sprintf("đọc thấy %q, cần số thứ tự thành viên từ 1 đến %d", part, most),
				"ví dụ: --absent 3,7")
		}
		for n := from; n <= to; n++ {
			out = append(out, n)
		}
	}
	return out, nil
}
