package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// checkedJSON is one report in the document of a check; commune, year and
// coverage are of reports that were read.
type checkedJSON struct {
	File     string            `json:"file"`
	Row      int               `json:"row,omitempty"` // of a wide sheet
	Commune  *places.Unit      `json:"commune"`
	Year     int               `json:"year,omitempty"`
	Problems problem.List      `json:"problems"`
	Notes    problem.List      `json:"notes"`
	Findings []foundJSON       `json:"findings"`
	Coverage []layout.Coverage `json:"coverage"`
	Evidence office.Evidenced  `json:"evidence"`
	// IndicatorsMissing are those of the year's decisions that are not known here.
	IndicatorsMissing int `json:"indicators_missing,omitempty"`
	// NationOnly says why the office's own packs were not judged by.
	NationOnly string `json:"nation_only,omitempty"`
}

// foundJSON is a finding with the cells that it is about.
type foundJSON struct {
	assess.Finding
	Cells []string `json:"cells,omitempty"`
}

func checkJSON(c *office.Checked) checkedJSON {
	out := checkedJSON{
		File: c.File, Row: c.Row, Year: c.Of, Notes: list.NonNil(c.Said()), Problems: problem.List{},
		Findings: []foundJSON{}, Coverage: append([]layout.Coverage{}, c.Coverage...),
		Evidence: c.Evidence, NationOnly: c.NationOnly,
	}
	for _, f := range c.Findings {
		out.Findings = append(out.Findings, foundJSON{f, c.CellsOf(f)})
	}
	for _, l := range c.Lacks {
		out.IndicatorsMissing += l.Missing()
	}
	if c.Err != nil {
		out.Problems = problem.Of(c.Err).ByCause()
	} else if c.Reading != nil {
		out.Commune = &c.Commune
	}
	return out
}

// printChecks writes the document of a check as the reports are checked; lost
// are the folders that could not be searched.
func printChecks(w World, lost problem.List, each func(take func(office.Checked) error) error) error {
	list := listJSON{out: w.Stdout, schema: "ntm.check.v1", name: "files"}
	wrong := false
	take := func(c office.Checked) error {
		wrong = wrong || c.Err != nil
		return list.add(checkJSON(&c))
	}
	for _, p := range lost {
		if err := take(office.Checked{Item: office.Item{File: p.File, Err: p}}); err != nil {
			return err
		}
	}
	err := each(take)
	if err == nil {
		err = list.close("")
	}
	if err == nil && wrong {
		return command.ErrToldFailed
	}
	return err
}

// listJSON writes a document around a list that is too long to be held.
type listJSON struct {
	out          io.Writer
	schema, name string // of the document, of the list
	begun        bool
}

// lead is what stands before an item, or behind the last.
func (l *listJSON) lead(next string) string {
	if l.begun {
		return next
	}
	l.begun = true
	return fmt.Sprintf("{\n  \"schema\": %q,\n  %q: [", l.schema, l.name)
}

func (l *listJSON) add(v any) error {
	b := bytes.NewBufferString(l.lead(",") + "\n    ")
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("    ", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the line's end
	_, err := l.out.Write(b.Bytes())
	return err
}

// close ends the document, with more behind the list.
func (l *listJSON) close(more string) error {
	_, err := io.WriteString(l.out, l.lead("\n  ")+"]"+more+"\n}\n")
	return err
}
