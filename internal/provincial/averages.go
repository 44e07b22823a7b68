package provincial

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// Average is the number of criteria a commune meets, to two decimals.
func (l *Level) Average() decimal.Decimal { return average(l.CriteriaMet, l.Communes) }

func average(sum, of int) decimal.Decimal {
	if of == 0 {
		return decimal.Zero
	}
	return decimal.NewFromInt(int64(sum)).DivRound(decimal.NewFromInt(int64(of)), 2)
}

// Spread counts the communes that meet a number of criteria between two bounds,
// of a standard of Total.
type Spread struct {
	Total    int `json:"total"`
	From     int `json:"from"`
	To       int `json:"to"`
	Communes int `json:"communes"`
	Unknown  int `json:"unknown"` // of them with criteria of which too little is known
}

// Hard is how one criterion of a standard came out.
type Hard struct {
	Standard string `json:"standard"`
	No       string `json:"no"`
	Name     string `json:"name"`
	Communes int    `json:"communes"`
	Met      int    `json:"met"` // or not applicable
	NotMet   int    `json:"not_met"`
	Unknown  int    `json:"unknown"`
}

// TitleCount is how many communes hold a title as their highest, "" for none.
type TitleCount struct {
	Level    criteria.Level `json:"level"`
	Communes int            `json:"communes"`
}

// Capital is what was mobilised, in triệu đồng.
type Capital struct {
	Communes int             `json:"communes"` // that reported some
	Total    decimal.Decimal `json:"total"`
	Bound    typed.Bound     `json:"bound,omitempty"` // of Total, where some commune gave no exact sum
	Inexact  int             `json:"inexact,omitempty"`
	Sources  []Source        `json:"sources"`
}

// Unsure says how many communes gave bounds or estimates, "" for none.
func (c *Capital) Unsure() string {
	if c.Inexact == 0 {
		return ""
	}
	return fmt.Sprintf("%d xã ghi số ước hoặc mới ghi mức tối thiểu, tối đa: các số cộng ở đây chưa chính xác",
		c.Inexact)
}

// Words says how many hold a title.
func (t TitleCount) Words() string { return fmt.Sprintf("%d xã %s", t.Communes, t.Level.Title()) }
