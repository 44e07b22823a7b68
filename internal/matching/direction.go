package matching

import (
	"ntm/internal/exact"
	"ntm/internal/pattern"
	"ntm/internal/threshold"

	"github.com/shopspring/decimal"
)

var (
	// reached are words by which what is bad may be more: the poor who are helped.
	reached = pattern.New(`\b(?:duoc|co|dat|thoat|giam|khong|xu ly|ho tro|phong|chong|tham gia|tiep can|dap ung|` +
		`dam bao|hoa tang|bao dam|thuc hien|tu van|khac phuc|ngan ngua|kiem soat|hoa giai|giai quyet|diem|mo hinh)\b`)
	// wanted are words of a rate that can only be too low.
	wanted = pattern.New(`^t[yi] le (?:.* )?(?:duoc|dat|tham gia|hai long|su dung dien|dap ung|dam bao|bao dam)\b`)
	half   = decimal.NewFromInt(50)
)

// GoesAgainst tells whether a comparison goes against the folded words of its indicator: at least
// so many who are poor, at most so many who are content.
func GoesAgainst(name string, r threshold.Reading) bool {
	fewer := Fewer(name)
	switch r.Op {
	case threshold.AtLeast, threshold.Above:
		return fewer && !reached.MatchString(name) && (r.Unit == "%" || r.IsFrom)
	}
	return !fewer && wanted.MatchString(name) && r.Unit == "%" && exact.Compare(r.Number, half) >= 0
}
