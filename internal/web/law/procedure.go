package law

import (
	"maps"
	"net/http"

	"ntm/internal/lawbook"
	"ntm/internal/list"
	"ntm/internal/web/page"
)

// procedurePage is how recognition works in these years, beside the criteria.
type procedurePage struct {
	At, Back, Standard string
	Head               []fieldView
	Rows               []procedureRow
}

// procedureRow is one thing that is asked.
type procedureRow struct {
	lawbook.Beside
	Entries []fieldView
}

var noProcedure = page.Missing("chương trình đã có thủ tục công nhận của các năm này",
	"thủ tục khác thì ghi một tệp ntm.procedure.v1 trong thư mục quy định")

func (w *Law) showProcedure(out http.ResponseWriter, _ *http.Request, d *open) error {
	if d.page.Procedure == nil {
		return noProcedure
	}
	v := procedurePage{At: d.at("/thu-tuc"), Back: d.at(""), Standard: d.read.Of.Name,
		Head: list.Map(d.page.Head, fieldOf)}
	for _, b := range d.page.Procedure {
		row := procedureRow{Beside: b, Entries: list.Map(b.Fields, fieldOf)}
		for i := range row.Entries {
			row.Entries[i].Name = "o/" + b.ID + row.Entries[i].ID
		}
		v.Rows = append(v.Rows, row)
	}
	return w.Show(out, "procedure", page.View{Title: "Thủ tục công nhận", Here: "decisions", Data: v})
}

func (w *Law) saveProcedure(out http.ResponseWriter, r *http.Request, d *open) error {
	if d.page.Procedure == nil {
		return noProcedure
	}
	set := map[string]lawbook.Typed{}
	keep := func(id string, fields []lawbook.Field) error {
		typed, err := typedIn(r, id, fields)
		maps.DeleteFunc(typed, isBlank)
		if len(typed) > 0 {
			set[id] = typed
		}
		return err
	}
	if err := keep("", d.page.Head); err != nil {
		return err
	}
	for _, b := range d.page.Procedure {
		if err := keep(b.ID, b.Fields); err != nil {
			return err
		}
	}
	d.Procedure = set
	if err := d.Write(w.Now()); err != nil {
		return err
	}
	return w.Redirect(out, r, d.at(""))
}
