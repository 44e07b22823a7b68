package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// deskRow is a commune's year on the desk.
type deskRow struct {
	Key               string // by which it can be ticked, "" where it cannot
	At, Name, Where   string
	Year              int
	Level             string
	Verdicts          []verdict
	Stage, Next, Owed string
}

// verdict is how a level came out.
type verdict struct{ Level, Word, Class, Counts string }

// deskView is the desk: the communes that a person looks for, a page of them.
type deskView struct {
	Asked    string
	Rows     []deskRow
	Found    int
	From, To int
	Before   string // the address of the page before, "" for none
	After    string
	Levels   []criteria.Level
	Year     int
}

// pageOf is how many rows a page has: a table of all communes of the country takes a browser
// more than half a second.
const pageOf = 100

func (w *Window) showDesk(out http.ResponseWriter, r *http.Request) error {
	asked := vi.NFC(strings.TrimSpace(r.URL.Query().Get("tim")))
	first, _ := strconv.Atoi(r.URL.Query().Get("tu")) // 0 for nothing, or for no number
	found, err := w.work.List(r.Context(), asked)
	if err != nil {
		return err
	}
	first = min(max(0, first), max(0, len(found)-1)/pageOf*pageOf)
	last := min(first+pageOf, len(found))
	v := deskView{Asked: asked, Found: len(found), From: first + 1, To: last, Levels: criteria.Levels,
		Year: w.Now().Year()}
	for _, line := range found[first:last] {
		v.Rows = append(v.Rows, rowOf(&line))
	}
	if first > 0 {
		v.Before = deskAt(asked, first-pageOf)
	}
	if last < len(found) {
		v.After = deskAt(asked, last)
	}
	if r.Header.Get("HX-Request") != "" {
		w.send(out, r, http.StatusOK, "desk", "communes", v)
		return nil
	}
	w.show(out, r, http.StatusOK, "desk", view{Title: "Bàn làm việc", Here: "desk", Data: v})
	return nil
}

// begin begins a commune's year, and leads to its figures.
func (w *Window) begin(out http.ResponseWriter, r *http.Request) error {
	year, err := strconv.Atoi(strings.TrimSpace(r.PostFormValue("nam")))
	if err != nil {
		return problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây cần một năm", r.PostFormValue("nam")),
			Hint: "ghi năm, ví dụ 2025"}
	}
	level, _ := criteria.LevelNamed(r.PostFormValue("muc")) // none for all
	of, err := w.work.Begin(r.Context(), vi.NFC(r.PostFormValue("xa")), year, level, w.actor())
	if err != nil {
		return err
	}
	w.redirect(out, r, yearAt(of, "so-lieu"))
	return nil
}

// yearAt is the address of a page of a commune's year, of all for "".
func yearAt(of store.OfYear, page string) string {
	return strings.TrimSuffix(at("/xa/", of.Province, "/", of.Commune, "/", of.Year, "/"+page), "/")
}

// yearOf is whose page is asked for.
func yearOf(r *http.Request) (store.OfYear, error) {
	year, err := strconv.Atoi(r.PathValue("year"))
	if err != nil {
		return store.OfYear{}, status{http.StatusNotFound, problem.Problem{Message: "không có trang này"}}
	}
	return store.OfYear{Province: r.PathValue("home"), Commune: r.PathValue("commune"), Year: year}, nil
}

func deskAt(asked string, from int) string {
	return "?" + url.Values{"tim": {asked}, "tu": {fmt.Sprint(max(0, from))}}.Encode()
}

func rowOf(line *desk.Line) deskRow {
	row := deskRow{At: yearAt(line.OfYear, "so-lieu"), Name: line.Place.Name,
		Where: vi.Join(", ", line.Place.District, line.Place.Province), Year: line.Year, Level: line.Level.Title(),
		Owed: line.Owed()}
	d := line.Dossier
	if d == nil {
		row.Stage, row.Next = "đang nhập số liệu", "ghi thành bản báo cáo"
		return row
	}
	row.Stage = d.Stage.Word()
	if a := d.Assessment; a != nil {
		for _, l := range a.Brief.Levels {
			if line.Level != "" && l.Level != line.Level {
				continue
			}
			word, class := verdictWord(l.Verdict, l.Draft)
			row.Verdicts = append(row.Verdicts, verdict{l.Level.Title(), word, class,
				fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal)})
		}
	}
	var next []string
	for _, n := range docket.After(d.Stage) {
		next = append(next, n.Word)
	}
	row.Next = strings.Join(next, "; ")
	return row
}
