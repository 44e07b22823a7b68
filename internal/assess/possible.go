package assess

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/vi"
)

// Possible is a judgement by a column that may hold for the commune, beside that
// of its region: some trait that decides between them is unknown.
type Possible struct{ Judgement }

// MarshalJSON writes the threshold's own fields and what comes of it.
func (p Possible) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		thresholdDoc
		Outcome Outcome `json:"outcome"`
	}{p.Threshold.document(), p.Outcome})
}

// agree keeps the outcome where the other column's is the same, and leaves it open
// else. It fails by checked thresholds only where it does by every column.
func (j *Judgement) agree(other *Judgement) {
	j.doubted, j.unjudged = j.doubted || other.doubted, j.unjudged || other.unjudged
	j.rounded = agreed(j.rounded, other.rounded)
	j.Unchecked = j.Unchecked || other.Unchecked
	if j.Outcome = agreed(j.Outcome, other.Outcome); j.Outcome != NotMet {
		j.Gap, j.Unchecked = nil, false
	}
	j.Borderline = j.Outcome != j.rounded
}

// agreed is what two columns make of a figure.
func agreed(a, b Outcome) Outcome {
	if a == b {
		return a
	}
	return Undetermined
}

// Ways are the judgements by each column that may hold, that of the region first;
// nil where it is known which holds.
func (j *Judgement) Ways() []*Judgement {
	if len(j.Columns) == 0 {
		return nil
	}
	out := []*Judgement{j.own}
	for i := range j.Columns {
		out = append(out, &j.Columns[i].Judgement)
	}
	return out
}

// Asked is what is asked of the commune, by every column that may hold:
// "≥ 42 (Bắc Trung Bộ) hay ≥ 39 (Trung du miền núi phía Bắc)"; once where all ask the same, and
// with all their columns where some do.
func (j *Judgement) Asked() string {
	var texts []string
	columns := map[string][]string{}
	for _, way := range j.Ways() {
		text := way.Threshold.Text()
		texts = list.Once(texts, text)
		columns[text] = list.Once(columns[text], way.Threshold.Basis.ColumnTitle)
	}
	if len(texts) < 2 {
		return j.Threshold.Text()
	}
	return vi.List(" hay ", texts, func(text string) string {
		return fmt.Sprintf("%s (%s)", text, strings.Join(columns[text], ", "))
	})
}

// OpenBy says what comes of the judgement by each column, where they disagree.
func (j *Judgement) OpenBy() string {
	other := func(way Possible) bool { return way.Outcome != j.own.Outcome }
	if j.Outcome != Undetermined || !slices.ContainsFunc(j.Columns, other) {
		return "" // where all are open by a figure, the column is not what is missing
	}
	return "chưa rõ xét theo cột nào: " + vi.List("; ", j.Ways(), func(way *Judgement) string {
		by := ""
		if way.Outcome != NoThreshold {
			by = " theo mức " + way.Threshold.Text()
		}
		return fmt.Sprintf("%s%s (%s)", strings.ToLower(way.Outcome.Word()), by, way.Threshold.Basis.ColumnTitle)
	})
}
