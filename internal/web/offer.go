package web

import (
	"encoding/json"
	"fmt"
	"net/http"

	"ntm/internal/dossier"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/proof"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// offerView is what was read of a file, before anybody accepts it.
type offerView struct {
	At, Kind    string
	Changes     []staleCell
	Same, Alone int
	Notes       []string
	Cells       string // all that is accepted, with the versions that were seen
	Check       *proof.Check
	Fingerprint string
	Altered     []string
}

// offeredCell is a cell of a file as it waits on the page to be accepted.
type offeredCell struct {
	Sheet   string `json:"to"`
	Item    string `json:"dong"`
	ID      string `json:"cot"`
	Text    string `json:"chu"`
	Version int    `json:"ban"`
}

// offer reads a file that was dropped, and shows it beside what there is.
func (w *Window) offer(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	file, err := files.Take(r)
	if err != nil {
		return err
	}
	defer file.Close()
	working, err := w.Work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	found, err := w.Work.Offer(r.Context(), of, file.Path)
	if err != nil {
		return file.Named(err)
	}
	v := offerView{At: page.YearAt(of, ""), Kind: found.Kind, Same: found.Same, Alone: found.Alone,
		Check: found.Check, Notes: list.Map(problem.OnPage(found.Notes), file.Spot)}
	if c := found.Check; c != nil {
		v.Fingerprint = dossier.Printed(c.Fingerprint)
		for _, d := range c.Differences {
			v.Altered = append(v.Altered, fmt.Sprintf("%s %s: %s", d.Sheet, d.Cell, d.What))
		}
	}
	cells := []offeredCell{}
	for _, c := range found.Changes {
		v.Changes = append(v.Changes, staleCell{Name: w.nameOf(c.At), Mine: c.Mine, Theirs: c.Theirs})
		cells = append(cells, offeredCell{c.At.Sheet, c.At.Item, c.At.ID, c.Theirs, c.Version})
	}
	data, err := json.Marshal(cells)
	if err != nil {
		return err
	}
	v.Cells = string(data)
	return w.showOf(out, r, working, headed{"offer", "files", "tệp " + file.Name}, v)
}

// accept writes what a file says, as it was shown, all or nothing.
func (w *Window) accept(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	var offered []offeredCell
	if err := json.Unmarshal([]byte(r.PostFormValue("o")), &offered); err != nil {
		return problem.Problem{Message: "trang này đã hỏng hoặc cũ", Hint: "thả lại tệp"}
	}
	var cells []store.WorkingCell
	for _, c := range offered {
		cells = append(cells, store.WorkingCell{Sheet: c.Sheet, Item: c.Item, Cell: c.ID, Value: c.Text,
			Version: c.Version})
	}
	if err := w.writeAll(r, of, cells); err != nil {
		return err
	}
	return w.leadOn(out, r, of, "so-lieu?ghi=tep")
}

// writeAll writes cells, all or none; those that somebody else wrote meanwhile are an error
// that shows what stands there.
func (w *Window) writeAll(r *http.Request, of store.OfYear, cells []store.WorkingCell) error {
	clashing, err := w.Work.Set(r.Context(), of, w.Actor(), cells)
	if err != nil || len(clashing) == 0 {
		return err
	}
	said := vi.List("; ", clashing, func(c store.WorkingCell) string {
		return fmt.Sprintf("%s: %q (%s)", w.nameOf(desk.PlaceOf(&c)), c.Value, c.By)
	})
	return page.Status{Code: http.StatusConflict,
		Problem: problem.Problem{Message: fmt.Sprintf("%d ô vừa có người khác ghi, chưa ghi ô nào: %s",
			len(clashing), said), Hint: "xem lại rồi làm lại"}}
}
