package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
)

type historyOptions struct {
	ofCommune
	json bool
}

func newHistory(w World) *cobra.Command {
	var opts historyOptions
	cmd := &cobra.Command{
		Use:     "history XÃ [tùy chọn]",
		Aliases: []string{"lich-su"},
		Short:   "So sánh các năm của một xã: kết quả, chỉ tiêu thay đổi, số liệu từng năm",
		Long: `Đặt cạnh nhau các năm của một xã trong kho dữ liệu: kết quả từng mức, chỉ tiêu nào đã đổi
kết quả giữa hai năm liền nhau, và từng số liệu qua các năm. Mỗi năm theo đúng báo cáo và
bộ tiêu chí đã lưu của năm ấy.`,
		Example: `  ntm history 16492
  ntm history 16492 --json`,
		Args: args("XÃ"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.Text = given[0]
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.storeFlag(f)
	return cmd
}

// history is a commune's years side by side.
type history struct {
	Schema  string          `json:"schema"`
	Commune places.Unit     `json:"commune"`
	Years   []historyYear   `json:"years"`
	Changes []historyChange `json:"changes"`
	Figures []historyFigure `json:"figures"`
}

type historyYear struct {
	Year  int          `json:"year"`
	Stage docket.Stage `json:"stage"`
	Brief assess.Brief `json:"brief"`
}

// historyChange is an indicator whose outcome is not that of the year before.
type historyChange struct {
	Level  criteria.Level `json:"level"`
	No     string         `json:"no"`
	Name   string         `json:"name"`
	From   int            `json:"from"`
	To     int            `json:"to"`
	Before assess.Outcome `json:"before"`
	After  assess.Outcome `json:"after"`
}

// historyFigure is a figure in each year, "" for a year without it.
type historyFigure struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	Values []string `json:"values"` // by year, as a reader writes them
}

func (o *historyOptions) run(ctx context.Context, w World) error {
	return o.in(ctx, w, func(st *store.Store) error {
		c, err := o.Find(ctx, st)
		if err != nil {
			return err
		}
		h := history{Schema: "ntm.history.v1", Years: []historyYear{}, Changes: []historyChange{}, Figures: []historyFigure{}}
		var before *assess.Assessment
		for _, d := range c.Dossiers {
			if d.Assessment == nil {
				continue
			}
			a, note, err := office.Again(ctx, st, d)
			if err != nil {
				return err
			}
			notes(w, note)
			h.Commune = a.Commune
			h.Years = append(h.Years, historyYear{d.Year, d.Stage, d.Assessment.Brief})
			h.figures(a)
			if before != nil {
				h.changes(before, a)
			}
			before = a
		}
		if o.json {
			return printJSON(w.Stdout, h)
		}
		s := newScreen(w)
		s.history(c, &h)
		return s.Err
	})
}

// figures adds a year's figures.
func (h *history) figures(a *assess.Assessment) {
	year := len(h.Years)
	each := func(j *assess.Judgement) {
		j.Leaves(func(leaf *assess.Judgement) {
			f := leaf.Figure
			if f == nil {
				return
			}
			i := slices.IndexFunc(h.Figures, func(known historyFigure) bool { return known.ID == f.ID })
			if i < 0 {
				i = len(h.Figures)
				h.Figures = append(h.Figures, historyFigure{ID: f.ID, Name: f.Entry.Name, Unit: string(f.Unit)})
			}
			for len(h.Figures[i].Values) < year {
				h.Figures[i].Values = append(h.Figures[i].Values, "")
			}
			h.Figures[i].Values[year-1] = f.String()
		})
	}
	for i := range a.Levels {
		for x := range a.Levels[i].Judged() {
			each(x.Judgement)
		}
	}
	for i := range h.Figures {
		for len(h.Figures[i].Values) < year {
			h.Figures[i].Values = append(h.Figures[i].Values, "")
		}
	}
}

// changes compares two years, indicator by indicator of one number. Where the
// years have different standards, one number may ask for different things; names
// that differ are not compared.
func (h *history) changes(was, now *assess.Assessment) {
	for i := range now.Levels {
		level := &now.Levels[i]
		for k := range level.Criteria {
			for n := range level.Criteria[k].Indicators {
				ind := &level.Criteria[k].Indicators[n]
				_, _, old, ok := was.Indicator(level.Level, ind.No)
				if ok && old.Name == ind.Name && old.Outcome != ind.Outcome {
					h.Changes = append(h.Changes, historyChange{level.Level, ind.No, ind.Name, was.Year, now.Year, old.Outcome, ind.Outcome})
				}
			}
		}
	}
}

func (s *screen) history(c *docket.Commune, h *history) {
	s.Line("%s", s.Strong("%s", vi.Capital(h.Commune.Title())))
	const wide = 16
	head := term.Pad("", 28)
	for _, y := range h.Years {
		head += term.Pad(fmt.Sprint(y.Year), wide)
	}
	s.Line("%s", s.Strong("%s", strings.TrimRight(head, " ")))
	for _, level := range criteria.Levels {
		if !slices.ContainsFunc(h.Years, func(y historyYear) bool { return y.Brief.On(level) != nil }) {
			continue // no year has it
		}
		line := term.Pad("Xã "+level.Title(), 28)
		for _, y := range h.Years {
			cell := "-"
			if b := y.Brief.On(level); b != nil {
				cell = s.shortBrief(b)
			}
			line += term.Pad(cell, wide)
		}
		s.Line("%s", strings.TrimRight(line, " "))
	}
	line := term.Pad("Hồ sơ", 28)
	for _, y := range h.Years {
		line += term.Pad(y.Stage.Word(), wide)
	}
	s.Line("%s", strings.TrimRight(line, " "))
	s.titles(c)
	if len(h.Changes) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Chỉ tiêu đổi kết quả"))
		for _, ch := range h.Changes {
			s.Item(2, fmt.Sprintf("%s/%s", ch.Level, ch.No), fmt.Sprintf("%s: %d %s → %d %s", ch.Name, ch.From, s.outcome(ch.Before), ch.To, s.outcome(ch.After)))
		}
	}
	if len(h.Figures) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Số liệu qua các năm"))
		for _, f := range h.Figures {
			var values []string
			for i, v := range f.Values {
				if v != "" {
					values = append(values, fmt.Sprintf("%d: %s", h.Years[i].Year, v))
				}
			}
			s.Item(2, f.Name+":", strings.Join(values, " · "))
		}
	}
}
