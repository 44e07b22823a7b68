package lawbook

import (
	"ntm/internal/collation"
	"ntm/internal/vi"
)

// NewFigure is the choice of a figure that the dictionary does not have.
const NewFigure = "Số liệu mới (như ghi ở các ô bên phải)"

// isNewFigure tells whether that is chosen.
func isNewFigure(text string) bool { return vi.FoldTone(text) == vi.FoldTone(NewFigure) }

func isNotApplied(text string) bool { return vi.FoldTone(text) == vi.FoldTone(collation.NotApplied) }
