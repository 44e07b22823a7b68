package cli

import (
	"github.com/spf13/pflag"
	"ntm/internal/office"
)

// ofCommune names a commune that the store knows, and a year of it.
type ofCommune struct {
	stored
	office.Which
}

func (o *ofCommune) flags(f *pflag.FlagSet) {
	f.IntVar(&o.Year, "year", 0, "`NĂM` xét công nhận; không ghi thì là năm mới nhất của xã")
	o.storeFlag(f)
}
