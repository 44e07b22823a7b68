package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// sheetView is a sheet of the form as a page: its questions, and the table below them.
type sheetView struct {
	At, Slug, Name string
	Sheets         []sheetLink
	Questions      []askedView
	Heads          []layout.Column
	Rows           []rowView
	Seen           string // what stood in all cells, with their versions
	Done           bool
	Back           string // the page that saving leads back to, "" for the sheet's own
	Level          string // that one is looking at, "" for none named
}

// sheetLink leads to a sheet.
type sheetLink struct {
	Slug, Name string
	Here       bool
	Owed       int // questions without an answer
}

// askedView is a question with its answer.
type askedView struct {
	Label, Hint string
	Cell        fieldView
}

// rowView is a row that people fill in.
type rowView struct {
	Item   string
	Filled bool
	Cells  []fieldView
}

// fieldView is a cell with what may stand in it.
type fieldView struct {
	Name, Title, Text string
	Options           []string // nil for free text
	Number            bool
	Wrong, Noted      []string
}

// sheets are those that have a page, in the form's order.
var sheets = []string{layout.PlaceSheet, layout.EvidenceSheet, layout.CapitalSheet, layout.ArrearsSheet,
	layout.PollSheet, layout.SecuritySheet, layout.TitleSheet, layout.SmartSheet, layout.FieldSheet}

// sheetOf is the sheet that a request asks for, and the plan of its year's form.
func (w *Window) sheetOf(r *http.Request, working *desk.Working) (string, *layout.Plan, error) {
	plan, err := w.Work.Plan(r.Context(), working)
	if err != nil {
		return "", nil, err
	}
	for _, l := range w.sheetLinks(working, plan, "") {
		if l.Slug == r.PathValue("sheet") {
			return l.Name, plan, nil
		}
	}
	return "", nil, page.Missing("không có bảng này", "chọn ở trang Số liệu")
}

func (w *Window) sheetLinks(working *desk.Working, plan *layout.Plan, here string) (out []sheetLink) {
	for _, name := range sheets {
		ofModel := name == layout.SmartSheet || name == layout.FieldSheet
		if ofModel && !plan.Asks(criteria.KieuMau) {
			continue
		}
		l := sheetLink{Slug: vi.Slug(name), Name: name, Here: name == here}
		if name == layout.PlaceSheet {
			for _, q := range desk.Traits(plan) {
				if working.Text(name, q.Key, "ntm:answer") == "" {
					l.Owed++
				}
			}
		}
		out = append(out, l)
	}
	return out
}

func (w *Window) showSheet(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	name, plan, err := w.sheetOf(r, working)
	if err != nil {
		return err
	}
	more, _ := strconv.Atoi(r.URL.Query().Get("them")) // 0 for none
	v := w.layOut(working, plan, name, min(max(rowsToFill, more), 50))
	v.Done, v.Level = r.URL.Query().Get("ghi") != "", page.LevelAsked(r)
	return w.showOf(out, r, working, headed{"sheet", "figures", name}, v)
}

// seenIn is what the page that a form stood on showed.
func seenIn(r *http.Request) (map[string]seenCell, error) {
	seen := map[string]seenCell{}
	if err := json.Unmarshal([]byte(r.PostFormValue("thay")), &seen); err != nil {
		return nil, problem.Problem{Message: "trang này thiếu những gì đã thấy trong bảng",
			Hint: "tải lại trang rồi gõ lại"}
	}
	return seen, nil
}

// saveSheet writes what was changed on a sheet, all or nothing; a row that is to go is emptied.
func (w *Window) saveSheet(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	name, plan, err := w.sheetOf(r, working)
	if err != nil {
		return err
	}
	seen, err := seenIn(r)
	if err != nil {
		return err
	}
	gone := r.PostFormValue("bo")
	var cells []store.WorkingCell
	for at, was := range seen {
		item, id, _ := strings.Cut(at, "/")
		typed, sent := r.PostForm[at]
		text := was.Text
		if sent {
			text = vi.NFC(strings.TrimSpace(typed[0]))
		}
		if item == gone {
			stands := working.Cells[form.Place{Sheet: name, Item: item, ID: id}]
			if stands.Value == text { // what goes was seen, though the page knew an earlier version
				was = seenCell{stands.Value, stands.Version}
			}
			text = ""
		}
		if text != was.Text {
			cells = append(cells, store.WorkingCell{Sheet: name, Item: item, Cell: id, Value: text,
				Version: was.Version})
		}
	}
	if err := w.writeAll(r, working.OfYear, cells); err != nil {
		return err
	}
	if r.Header.Get("HX-Request") != "" {
		if working, err = w.Work.Read(r.Context(), working.OfYear); err != nil {
			return err
		}
		v := w.layOut(working, plan, name, rowsToFill)
		v.keepOnly(seen, working)
		v.Done = true
		return w.Send(out, "sheet", "sheet-anew", v)
	}
	to := "bang/" + vi.Slug(name) + "?ghi=1"
	if r.PostFormValue("them") != "" {
		to += "&them=10"
	}
	if r.PostFormValue("ve") == "so-lieu" {
		to = "so-lieu"
	}
	return w.leadOn(out, r, working.OfYear, to)
}

// keepOnly has the page go on with the cells that it shows.
func (v *sheetView) keepOnly(shown map[string]seenCell, working *desk.Working) {
	now := map[string]seenCell{}
	for at := range shown {
		item, id, _ := strings.Cut(at, "/")
		c := working.Cells[form.Place{Sheet: v.Name, Item: item, ID: id}]
		now[at] = seenCell{c.Value, c.Version}
	}
	v.Seen = (&laying{seen: now}).said()
	v.Rows = slices.DeleteFunc(v.Rows, func(r rowView) bool {
		return len(r.Cells) == 0 || !has(shown, r.Cells[0].Name)
	})
	v.Questions = slices.DeleteFunc(v.Questions, func(q askedView) bool { return !has(shown, q.Cell.Name) })
}

func has(in map[string]seenCell, name string) bool {
	_, is := in[name]
	return is
}

// paste writes a piece of another table, whole or not at all.
func (w *Window) paste(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	name, _, err := w.sheetOf(r, working)
	if err != nil {
		return err
	}
	seen, err := seenIn(r)
	if err != nil {
		return err
	}
	p := desk.Pasting{Row: r.PostFormValue("dong"), ID: r.PostFormValue("cot"), Text: r.PostFormValue("chu")}
	for _, t := range layout.Tables {
		if t.Sheet == name && !t.Fixed() {
			p.Table = t
		}
	}
	if p.Table == nil {
		return problem.Problem{Message: "tờ này không có bảng để dán", Hint: "trả lời từng câu"}
	}
	read, err := w.Work.Paste(r.Context(), working.OfYear, p)
	if err != nil {
		return err
	}
	var cells []store.WorkingCell
	for _, c := range read {
		was := seen[c.Item+"/"+c.ID]
		if was.Text != c.Text {
			cells = append(cells, store.WorkingCell{Sheet: name, Item: c.Item, Cell: c.ID, Value: c.Text,
				Version: was.Version})
		}
	}
	if err := w.writeAll(r, working.OfYear, cells); err != nil {
		return err
	}
	return w.leadOn(out, r, working.OfYear, fmt.Sprintf("bang/%s?ghi=%d", vi.Slug(name), len(cells)))
}
