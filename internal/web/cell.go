package web

import (
	"net/http"
	"net/url"
	"strconv"

	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/web/page"
)

// typedCell is the cell of a working copy that a form sends: what was typed, and the version
// that its writer saw.
func typedCell(r *http.Request) (store.WorkingCell, error) {
	version, err := strconv.Atoi(r.PostFormValue("ban"))
	if err != nil || version < 0 {
		return store.WorkingCell{}, problem.Problem{Message: "ô này thiếu số lần ghi", Hint: "tải lại trang rồi gõ lại"}
	}
	return store.WorkingCell{Sheet: r.PostFormValue("to"), Item: r.PostFormValue("dong"), Cell: r.PostFormValue("cot"),
		Value: r.PostFormValue("chu"), Version: version}, nil
}

// clash is a cell that somebody else wrote since it was seen: both texts, and no new version,
// or the same request sent again would write over theirs.
type clash struct {
	Mine, Theirs, By, At string
	Back                 string // to the cell, where it can be typed anew
}

// setCell writes a cell, and leads back to it; the script is given all that may have changed.
func (w *Window) setCell(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	cell, err := typedCell(r)
	if err != nil {
		return err
	}
	asks := r.Header.Get("HX-Request") != ""
	var before *desk.Working
	if asks {
		if before, err = w.Work.Known(r.Context(), of); err != nil {
			return err
		}
	}
	clashing, err := w.Work.Set(r.Context(), of, w.Actor(), []store.WorkingCell{cell})
	if err != nil {
		return err
	}
	back := page.OnLevel(r, page.YearAt(of, "so-lieu")+"#"+url.PathEscape("o-"+cell.Item))
	if len(clashing) > 0 {
		theirs := clashing[0]
		return w.Show(out, "clash", page.View{Title: "Ô này vừa có người khác ghi", Code: http.StatusConflict,
			Data: clash{cell.Value, theirs.Value, theirs.By, docket.Clock(theirs.At), back}})
	}
	if !asks {
		return w.Redirect(out, r, back)
	}
	after, err := w.Work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	var asked url.Values // what the page shows that the cell stands on
	if page, err := url.Parse(r.Header.Get("HX-Current-URL")); err == nil {
		asked = page.Query()
	}
	laid := func(at *desk.Working) *figuresView { return w.figuresOf(at, shownBy(asked)) }
	return w.Send(out, "figures", "anew", changesOf(laid(before), laid(after),
		form.Place{Sheet: cell.Sheet, Item: cell.Item, ID: cell.Cell}))
}

// keep makes a version of the report of what stands in the cells.
func (w *Window) keep(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	one, err := w.Work.Keep(r.Context(), of, w.Actor(), r.PostFormValue("ca-thieu") != "")
	if err != nil {
		return err
	}
	done := "moi"
	if one.Known {
		done = "co"
	}
	return w.leadOn(out, r, of, "so-lieu?ghi="+done)
}
