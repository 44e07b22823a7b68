package places

import (
	"iter"
	"strings"
)

// rows are the lines of an embedded table cut at their commas, without the
// heading. The tables hold no quotes, so a field is a piece of the embedded
// text itself and costs nothing; a test keeps them so.
func rows(csv string, columns int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		fields := make([]string, columns)
		_, body, _ := strings.Cut(csv, "\n")
		for line := range strings.Lines(body) {
			line = strings.TrimSuffix(line, "\n")
			for i := range fields {
				fields[i], line, _ = strings.Cut(line, ",")
			}
			if !yield(fields) {
				return
			}
		}
	}
}

// parse reads a list of units: code, name, type, in the old list district_code,
// district and district_type, then province_code, province, region.
func parse(csv string, old bool) []Unit {
	places := make([]Unit, 0, strings.Count(csv, "\n"))
	columns := 6
	if old {
		columns = 9
	}
	for f := range rows(csv, columns) {
		unit := Unit{Code: f[0], Name: f[1], Type: f[2],
			ProvinceCode: f[columns-3], Province: f[columns-2], Region: f[columns-1]}
		if old {
			unit.District, unit.DistrictType = f[4], f[5]
		}
		places = append(places, unit)
	}
	return places
}
