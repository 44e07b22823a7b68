package decision

import (
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/document"
)

// spread is the one cell of thresholds of a row of a file that keeps no merged cells, where
// it stands in the first of several columns by regions, groups or zones and the others are
// blank: what it asks was asked of all of them. nil where the row is none such.
func (r *reader) spread(row int) *document.Cell {
	values := r.layout.values
	if len(values) < 3 || !r.layout.IsFlat { //nolint:mnd // of two columns the other may be left out
		return nil
	}
	for i, c := range values {
		stored := r.layout.At(row, c.At)
		isBlank := stored == nil || strings.TrimSpace(stored.Text) == ""
		if isBlank != (i > 0) || c.Kind != values[0].Kind || !namesCommunes(c.Kind) {
			return nil
		}
	}
	return r.layout.At(row, values[0].At)
}

// isNameOfPart tells whether a text names a year, or some of the communes.
func isNameOfPart(text string) bool {
	kind, _, _ := label.Of(text)
	return kind == Year || namesCommunes(kind)
}
