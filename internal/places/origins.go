package places

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/reform-2025-07.csv
var reformCSV string

// Part is an old unit that went into a new one, wholly or in part.
type Part struct {
	Text string // as the table of mergers names it: "Xã Hòa An (huyện Giồng Riềng)"
	// Place is the unit of the list before 1/7/2025 that is meant; only Text
	// speaks where that is not certain.
	Place Unit
	Known bool // that Place is meant
	// Partly tells that the table says only a part of it came here, or gives it,
	// or one of its name, to other new units too.
	Partly bool
}

// fate is what the reform did with the units that bear a code: which old units
// the new one was made from, in the order of the table of mergers ("16501",
// "~09877" for a part of it, "?" where only the table's text speaks), and which
// new ones took in the old one.
type fate struct{ from, into string }

var fates = sync.OnceValue(func() map[string]fate {
	all := make(map[string]fate, strings.Count(reformCSV, "\n"))
	for row := range rows(reformCSV, 3) {
		all[row[0]] = fate{row[1], row[2]}
	}
	return all
})

// Origins is the old units that were put together on 1/7/2025 as the new unit
// of that code, in the order of the table of mergers; ok is false for a unit
// that was not touched or whose origin the table does not tell. A unit that
// changed its name or type between February 2024, the state of the old list,
// and the reform is only Text, and one that grew in those months is its former
// self.
func Origins(code string) (parts []Part, ok bool) {
	from := strings.Fields(fates()[code].from)
	if len(from) == 0 {
		return nil, false
	}
	for i, text := range named(code) {
		was, partly := strings.CutPrefix(from[i], "~")
		p := Part{Text: text, Partly: partly}
		p.Place, p.Known = before().byCode(was)
		parts = append(parts, p)
	}
	return parts, true
}

// named is the old units as the table of mergers names them for a new one.
func named(code string) []string {
	var texts []string
	for _, piece := range pieces(mergedFrom(code)) {
		if text := strings.TrimSpace(piece); text != "-" {
			texts = append(texts, text)
		}
	}
	return texts
}

// successors is the new units that took in the old unit u, wholly or in part,
// as far as that is certain.
func successors(u Unit) []Unit {
	var into []Unit
	for _, code := range strings.Fields(fates()[u.Code].into) {
		if p, known := since().byCode(code); known {
			into = append(into, p)
		}
	}
	return into
}
