package law

import (
	"cmp"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"

	"ntm/internal/collation"
	"ntm/internal/lawbook"
	"ntm/internal/list"
	"ntm/internal/office/lawdesk"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// decisionView is a decision row by row, beside the program's thresholds.
type decisionView struct {
	At, File, Number, Day, Layer, Standard string
	Cautions                               []string
	Rows, Lines                            []besideGroup
	Added                                  []page.Link // lines that a person added
	Ticked                                 tickedView
	Procedure                              bool // may be set here
	Set                                    int  // rows of it that are filled in
	By, On, Office, Asked, AskedDay        string
	Today                                  string

	Signed  *lawdesk.Planned
	Changes []ruledView
	Stale   int // dossiers that were judged by other thresholds
}

// besideGroup are rows that stand to the program's thresholds alike.
type besideGroup struct {
	Kind collation.Kind
	Rows []rowView
}

// rowView is a row, with the figures that it may be judged by.
type rowView struct {
	lawbook.Beside
	At      string
	Figures []page.Option // among which a person chooses
}

// tickedView is how far a person has come.
type tickedView struct{ Done, All int }

// ruledView is a threshold as it was and is.
type ruledView struct{ Name, Where, Before, After string }

func (w *Law) showDecision(out http.ResponseWriter, r *http.Request, d *open) error {
	first := &d.read.Papers[0]
	v := decisionView{At: d.at(""), File: d.Name, Number: first.Decision.Number, Layer: first.Layer.Title(),
		Standard: d.read.Of.Name, Signed: w.signed[d.ID], Today: vi.Date(w.Now()), By: cmp.Or(d.By, w.Actor()),
		On: d.On, Office: d.Office, Asked: d.Number, AskedDay: d.Day, Ticked: d.ticked()}
	if !first.Decision.Date.IsZero() {
		v.Day = vi.Date(first.Decision.Date.Time)
	}
	for _, p := range d.read.Papers {
		if v.Cautions = append(v.Cautions, p.Cautions...); p.Foreign != "" {
			v.Cautions = append(v.Cautions, p.Foreign+": mọi dòng phải đọc lại")
		}
	}
	v.Rows, v.Lines = d.grouped(d.page.Rows), d.grouped(d.page.Lines)
	for i, typed := range d.Added {
		v.Added = append(v.Added, page.Link{Name: vi.Join(" ", typed["ntm:no"], typed["ntm:name"]),
			Address: d.rowAt(addedRow(i))})
	}
	v.Procedure = d.page.Procedure != nil
	for id, typed := range d.Procedure {
		if id != "" && len(typed) > 0 {
			v.Set++
		}
	}
	if v.Signed != nil {
		for _, c := range v.Signed.Changes {
			v.Changes = append(v.Changes, ruledView{vi.Join(", phần ", path.Base(c.Indicator)+" "+c.Name, c.Part),
				vi.Join(", ", c.When, c.Where), cmp.Or(c.Before.Text, "không có"), cmp.Or(c.After.Text, "không có")})
		}
		var err error
		if v.Stale, err = w.stale(r.Context()); err != nil {
			return err
		}
	}
	return w.Show(out, "decision", page.View{Title: "Quyết định " + v.Number, Here: "decisions", Data: v})
}

func (o *open) rowAt(id string) string { return page.At("/quyet-dinh/", o.ID, "/dong/", id) }

// grouped are rows by how they stand to the program's.
func (o *open) grouped(rows []lawbook.Beside) (out []besideGroup) {
	for _, kind := range collation.Kinds {
		of := list.Where(rows, func(b lawbook.Beside) bool { return b.Kind == kind })
		if len(of) > 0 {
			out = append(out, besideGroup{kind, list.Map(of, o.rowView)})
		}
	}
	return out
}

func (o *open) rowView(b lawbook.Beside) rowView {
	v := rowView{Beside: b, At: o.rowAt(b.ID)}
	for _, name := range b.Choices {
		word := withoutID(name)
		if name == lawbook.NewFigure {
			word = b.Made
		}
		v.Figures = append(v.Figures, page.Option{Value: name, Word: word, Chosen: name == b.Figure})
	}
	if len(b.Choices) > 0 && b.Figure != "" && !slices.Contains(b.Choices, b.Figure) { // typed on its own page
		v.Figures = append(v.Figures, page.Option{Value: b.Figure, Word: b.Figure, Chosen: true})
	}
	if v.Figure = withoutID(b.Figure); b.Figure == lawbook.NewFigure {
		v.Figure = b.Made
	}
	return v
}

// withoutID is a figure by its name alone.
func withoutID(figure string) string {
	if at := strings.LastIndex(figure, " ("); at > 0 && strings.Contains(figure[at:], "_") {
		return figure[:at]
	}
	return figure
}

// ticked counts the rows that a tick may take, and those that one has.
func (o *open) ticked() (v tickedView) {
	for _, b := range slices.Concat(o.page.Rows, o.page.Lines) {
		if b.Fields != nil {
			v.All++
		}
		if b.Ticked {
			v.Done++
		}
	}
	for _, typed := range o.Added {
		v.All++
		if typed[lawbook.Tick] != "" {
			v.Done++
		}
	}
	return v
}

// takeWorkbook hands over the workbook in which the decision can be checked as well.
func (w *Law) takeWorkbook(out http.ResponseWriter, _ *http.Request, d *open) error {
	name := "doi-chieu-" + vi.Slug(strings.TrimSuffix(d.Name, path.Ext(d.Name))) + ".xlsx"
	return files.HandOverWritten(out, name, func(to io.Writer) error {
		_, err := d.read.Write(to, w.Now())
		return err
	})
}

// mark writes down which of the rows that are sent are ticked, and the figures that were chosen. The script sends a row
// at a time and wants to hear how far it has come.
func (w *Law) mark(out http.ResponseWriter, r *http.Request, d *open) error {
	d.marked(r)
	if err := d.Write(w.Now()); err != nil {
		return err
	}
	if r.Header.Get("HX-Request") == "" {
		return w.Redirect(out, r, d.at(""))
	}
	d.page = d.read.Page(d.Signed())
	return w.Send(out, "decision", "ticked", d.ticked())
}

func (o *open) marked(r *http.Request) {
	ticked := r.PostForm["dung"]
	for _, id := range r.PostForm["dong"] {
		b, _ := o.row(id)
		if b == nil || b.Fields == nil {
			continue // the law changed since
		}
		tick := ""
		if slices.Contains(ticked, id) {
			tick = lawbook.Ticked
		}
		o.Set(id, lawbook.Tick, tick, "")
		if figure, ok := r.PostForm["so-lieu/"+id]; ok && len(b.Choices) > 0 {
			o.Set(id, "ntm:figure", figure[0], "")
		}
	}
}

// markAll ticks every row that was read for sure, or has those among the ticked for which no figure is chosen make a
// new one, as the head of the workbook's sheet does.
func (w *Law) markAll(out http.ResponseWriter, r *http.Request, d *open) error {
	d.marked(r)
	for _, b := range slices.Concat(d.page.Rows, d.page.Lines) {
		switch r.PostFormValue("het") {
		case "chac":
			if b.Takes && b.Kind != collation.Again && b.Kind != collation.Rewritten {
				d.Set(b.ID, lawbook.Tick, lawbook.Ticked, "")
			}
		case "moi":
			if len(b.Choices) > 0 && d.Rows[b.ID]["ntm:figure"] == "" {
				d.Set(b.ID, "ntm:figure", lawbook.NewFigure, "")
			}
		}
	}
	if err := d.Write(w.Now()); err != nil {
		return err
	}
	return w.Redirect(out, r, d.at(""))
}
