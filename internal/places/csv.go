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

// parseOld reads code, name, type, district_code, district, district_type,
// province_code, province, region.
func parseOld(csv string) []Unit {
	places := make([]Unit, 0, strings.Count(csv, "\n"))
	for f := range rows(csv, 9) {
		places = append(places, Unit{
			Code: f[0], Name: f[1], Type: f[2],
			District: f[4], DistrictType: f[5],
			ProvinceCode: f[6], Province: f[7], Region: f[8],
		})
	}
	return places
}

// parseNew reads code, name, type, province_code, province, region.
func parseNew(csv string) []Unit {
	places := make([]Unit, 0, strings.Count(csv, "\n"))
	for f := range rows(csv, 6) {
		places = append(places, Unit{
			Code: f[0], Name: f[1], Type: f[2], ProvinceCode: f[3], Province: f[4], Region: f[5],
		})
	}
	return places
}
