package law

import (
	"maps"
	"net/http"
	"strconv"
	"strings"

	"ntm/internal/lawbook"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// rowPage is one row with all that may be written into it.
type rowPage struct {
	At, Back, Name string
	Of             *rowView // nil of a line that a person adds
	Fields         []fieldView
	Ticked         bool
	Next           string // the row after it, "" for none
	Figures        []string
}

// fieldView is an entry.
type fieldView struct {
	lawbook.Field
	Name    string // in the form
	Place   string // on the page
	Options []page.Option
	Long    bool
	Listed  bool // of all figures
}

// newRow is the row of a line that a person adds, addedRow one that was added before.
const newRow = "moi"

func addedRow(i int) string { return "them-" + strconv.Itoa(i) }

// added is which of the added lines is meant: their number for a new one, false for none.
func (o *open) added(id string) (at int, ok bool) {
	if id == newRow {
		return len(o.Added), true
	}
	no, found := strings.CutPrefix(id, "them-")
	at, err := strconv.Atoi(no)
	return at, found && err == nil && at >= 0 && at < len(o.Added)
}

var noRow = page.Missing("dòng này không còn: bộ tiêu chí hoặc quyết định đã đổi", "mở lại trang của quyết định")

func (w *Law) showRow(out http.ResponseWriter, r *http.Request, d *open) error {
	id := r.PathValue("row")
	v := rowPage{At: d.rowAt(id), Back: d.at(""), Figures: d.page.Figures}
	if at, ok := d.added(id); ok {
		v.Name, v.Ticked = "Chỉ tiêu ghi thêm", true
		fields := d.page.Blank
		if at < len(d.Added) {
			for i := range fields {
				fields[i].Value = d.Added[at][fields[i].ID]
			}
		}
		v.Fields = list.Map(fields, fieldOf)
	} else {
		b, next := d.row(id)
		if b == nil || b.Fields == nil {
			return noRow
		}
		v.Of, v.Name, v.Ticked, v.Fields = new(d.rowView(*b)), "Chỉ tiêu "+b.No, b.Ticked, list.Map(b.Fields, fieldOf)
		if next != nil {
			v.Next = d.rowAt(next.ID)
		}
	}
	return w.Show(out, "row", page.View{Title: v.Name, Here: "decisions", Data: v})
}

// fieldOf is an entry as a form has it. Where it takes a few words only one of them is chosen.
func fieldOf(f lawbook.Field) fieldView {
	const long = 60
	v := fieldView{Field: f, Name: "o/" + f.ID, Place: vi.Slug(f.ID),
		Long:   len([]rune(f.Value)) > long || f.ID == "ntm:name",
		Listed: f.ID == "ntm:figure"}
	if !f.Any {
		v.Options = list.Map(f.Choices, func(word string) page.Option {
			return page.Option{Value: word, Word: word, Chosen: word == f.Value}
		})
	}
	return v
}

// saveRow writes down what stands in a row, and leads to the next or back.
func (w *Law) saveRow(out http.ResponseWriter, r *http.Request, d *open) error {
	id := r.PathValue("row")
	tick := ""
	if r.PostFormValue("dung") != "" {
		tick = lawbook.Ticked
	}
	to := d.at("")
	if at, ok := d.added(id); ok {
		typed, err := typedIn(r, "", d.page.Blank)
		if err != nil {
			return err
		}
		d.Added = withAdded(d.Added, at, typed, tick)
	} else {
		b, next := d.row(id)
		if b == nil || b.Fields == nil {
			return noRow
		}
		typed, err := typedIn(r, "", b.Fields)
		if err != nil {
			return err
		}
		read, _ := (&open{page: d.read.Page(nil)}).row(id)
		for _, f := range read.Fields {
			if text, ok := typed[f.ID]; ok {
				d.Set(id, f.ID, text, f.Value)
			}
		}
		d.Set(id, lawbook.Tick, tick, "")
		if next != nil && r.PostFormValue("roi") != "" {
			to = d.rowAt(next.ID)
		}
	}
	if err := d.Write(w.Now()); err != nil {
		return err
	}
	return w.Redirect(out, r, to)
}

// withAdded is the added lines with one of them as it is now; one in which nothing is written goes.
func withAdded(all []lawbook.Typed, at int, typed lawbook.Typed, tick string) []lawbook.Typed {
	maps.DeleteFunc(typed, isBlank)
	if at == len(all) {
		all = append(all, nil)
	}
	if len(typed) == 0 {
		return append(all[:at], all[at+1:]...)
	}
	if tick != "" {
		typed[lawbook.Tick] = tick
	}
	all[at] = typed
	return all
}

func isBlank(_, text string) bool { return text == "" }

// typedIn are the entries that were sent, by their ids.
func typedIn(r *http.Request, row string, fields []lawbook.Field) (lawbook.Typed, error) {
	out := lawbook.Typed{}
	for _, f := range fields {
		sent, ok := r.PostForm["o/"+row+f.ID]
		if !ok {
			continue
		}
		text := vi.NFC(strings.TrimSpace(strings.ReplaceAll(sent[0], "\r\n", "\n")))
		if what := office.Unreadable(text, office.MostOfText); what != "" {
			return nil, problem.Problem{Message: f.Title + ": " + what, Hint: "ghi ngắn gọn"}
		}
		out[f.ID] = text
	}
	return out, nil
}
