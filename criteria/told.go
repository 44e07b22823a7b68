package criteria

import (
	"strings"

	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// Told says as what a report tells a figure that no standard need judge. Nobody must
// report such a figure; it is printed where it is given and held against the others.
type Told string

// The closed set.
const (
	TellsScale  Told = "scale"  // how large the commune is: asked once, and rates are held against it
	TellsPart   Told = "part"   // a part of the figure that is the sum of it and others
	TellsResult Told = "result" // what else was reached, as reports print it
)

// Tellings lists what figures may be told as.
var Tellings = []Told{TellsScale, TellsPart, TellsResult}

// Title is the heading that figures stand under which are told so.
func (t Told) Title() string {
	return map[Told]string{TellsScale: "Quy mô của xã", TellsPart: "Số liệu thành phần",
		TellsResult: "Kết quả khác báo cáo có nêu"}[t]
}

// UnmarshalText reads what a figure is told as and refuses any other word.
func (t *Told) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(t, text, "loại số liệu chỉ nêu trong báo cáo", Tellings)
}

// Subject is what the figure counts, as one says it in a sentence: "lao động qua đào tạo".
func (f *Figure) Subject() string {
	if f.Short != "" {
		return f.Short
	}
	name := f.Name
	for _, lead := range []string{"Tỷ lệ ", "Số lượng ", "Số "} {
		if rest, is := strings.CutPrefix(name, lead); is {
			return rest
		}
	}
	return vi.Lower(name)
}
