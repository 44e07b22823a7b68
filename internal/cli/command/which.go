package command

import (
	"ntm/internal/office"

	"github.com/spf13/pflag"
)

// OfCommune names a commune that the store knows, and a year of it.
type OfCommune struct {
	Stored
	office.Which
}

// CommuneFlags ask for the year, and for the store.
func (o *OfCommune) CommuneFlags(f *pflag.FlagSet) {
	f.IntVar(&o.Year, "year", 0, "`NĂM` xét công nhận; không ghi thì là năm mới nhất của xã")
	o.StoreFlag(f)
}
