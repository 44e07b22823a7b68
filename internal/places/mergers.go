package places

import (
	_ "embed"
	"strings"
	"sync"

	"ntm/internal/vi"
)

//go:embed data/mergers-2025-07.csv
var mergersCSV string

// pieces cuts a list of old units: "Xã A (huyện X); Phường B (phần còn lại sau
// khi sáp nhập vào xã C; xã D)".
func pieces(text string) []string {
	depth := 0 // of brackets
	return strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ';' && depth == 0
	})
}

// mergedFrom is the table's list of the old units that made the new unit of
// that code, or "" where it tells of no merger.
func mergedFrom(code string) string {
	return merged(mergers()[code])
}

// mergers is the cells of the table by new code.
var mergers = sync.OnceValue(func() map[string]string {
	all := make(map[string]string, strings.Count(mergersCSV, "\n"))
	for row := range rows(mergersCSV, 4) {
		all[row[0]] = row[3]
	}
	return all
})

// merged is a cell of the table as text, or "" where it says in one way or
// another that there was no merger.
func merged(cell string) string {
	text := vi.NFC(cell)
	if text == "Không sáp nhập" || text == "-" {
		return ""
	}
	return text
}

// heirs tells for each province of 2024, by code, which province its communes
// belong to now, by the communes that kept their codes; every province has exactly
// one heir, which a test holds.
var heirs = sync.OnceValue(func() map[string]Unit {
	heirs := map[string]Unit{}
	for _, p := range since().places {
		if was, ok := before().byCode(p.Code); ok {
			heirs[was.ProvinceCode] = p
		}
	}
	return heirs
})
