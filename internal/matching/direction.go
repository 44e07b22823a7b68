package matching

import (
	"ntm/internal/exact"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

var (
	// wanted are words of a rate that can only be too low.
	wanted = pattern.New(`^t[yi] le (?:.* )?(?:duoc|dat|tham gia|hai long|su dung dien|dap ung|dam bao|bao dam)\b`)
	// none are words with which a name begins that wants none of what follows.
	none = pattern.New(`^(?:khong (?:co|con|de|xay ra|de xay ra|de ton tai)|khong) `)
	half = decimal.NewFromInt(50)
)

// GoesAgainst tells whether a comparison goes against the folded words of its indicator: at least
// so many who are poor, at most so many who are content.
func GoesAgainst(name string, r threshold.Reading) bool {
	fewer := Fewer(name)
	if r.Op.IsLeast() {
		return fewer && !helped.MatchString(name) && (r.Unit == "%" || r.IsFrom)
	}
	return !fewer && wanted.MatchString(name) && r.Unit == "%" && exact.Compare(r.Number, half) >= 0
}

// WantsNone tells whether "Không" beside an indicator's words says that there is none of what they name: makeshift
// houses, not the prevention of violence, nor rooms to bathe in.
func WantsNone(name string) bool {
	rest := fewer.ReplaceAllString(none.ReplaceAllString(vi.Fold(name), ""), "")
	return Fewer(name) && !helped.MatchString(rest) && !good.MatchString(rest)
}
