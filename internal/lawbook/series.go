package lawbook

import (
	"ntm/criteria"

	"github.com/shopspring/decimal"
)

// table is a table of one number for all, or of none that is known.
func table(v decimal.Decimal, known bool) *criteria.Series {
	return &criteria.Series{Cells: []criteria.SeriesCell{{Value: v, Known: known}}}
}
