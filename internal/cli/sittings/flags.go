package sittings

import (
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/council"

	"github.com/shopspring/decimal"
)

// shareFlag is a share in per cent named on the command line.
type shareFlag struct{ decimal.Decimal }

func (s *shareFlag) String() string { return "" }

// Type is what the help text calls the value.
func (s *shareFlag) Type() string { return "TỶ_LỆ" }

// Set reads a share.
func (s *shareFlag) Set(text string) error {
	d, err := council.ReadShare(text)
	if err != nil {
		return command.Misread(err.Error())
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
