package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// deskView is the desk: the communes that a person looks for, a page of them.
type deskView struct {
	Asked    string
	Rows     []page.Row
	Found    int
	From, To int
	Before   string // the address of the page before, "" for none
	After    string
	Levels   []criteria.Level
	Year     int
}

func (w *Window) showDesk(out http.ResponseWriter, r *http.Request) error {
	asked := vi.NFC(strings.TrimSpace(r.URL.Query().Get("tim")))
	first, _ := strconv.Atoi(r.URL.Query().Get("tu")) // 0 for nothing, or for no number
	found, err := w.Work.List(r.Context(), asked, first, page.MostRows)
	if err != nil {
		return err
	}
	last := found.From + len(found.Lines)
	v := deskView{Asked: asked, Found: found.Found, From: found.From + 1, To: last, Levels: criteria.Levels,
		Year: w.Now().Year(), Rows: list.Map(found.Lines, page.RowOf)}
	if found.From > 0 {
		v.Before = deskAt(asked, found.From-page.MostRows)
	}
	if last < found.Found {
		v.After = deskAt(asked, last)
	}
	if r.Header.Get("HX-Request") != "" {
		return w.Send(out, "desk", "communes", v)
	}
	defer w.Behind(w.Work.ReadAhead) // who looks at the list types next
	return w.Show(out, "desk", page.View{Title: "Bàn làm việc", Here: "desk", Data: v})
}

// begin begins a commune's year, and leads to its figures.
func (w *Window) begin(out http.ResponseWriter, r *http.Request) error {
	year, err := strconv.Atoi(strings.TrimSpace(r.PostFormValue("nam")))
	if err != nil {
		return problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ở đây cần một năm", r.PostFormValue("nam")),
			Hint: "ghi năm, ví dụ 2025"}
	}
	level, _ := criteria.LevelNamed(r.PostFormValue("muc")) // none for all
	named := vi.NFC(r.PostFormValue("xa"))
	of, err := w.Work.Begin(r.Context(), named, year, level, w.Actor())
	if errors.As(err, &desk.Unnamed{}) {
		return page.Offering(err, beginnings(named, year, level))
	}
	if err != nil {
		return err
	}
	return w.Redirect(out, r, page.YearAt(of, "so-lieu"))
}

// beginnings are the communes that a name may mean, each with the button that begins its year.
func beginnings(named string, year int, level criteria.Level) []page.Offer {
	return list.Map(desk.Meant(named, year), func(p places.Unit) page.Offer {
		return page.Offer{Words: fmt.Sprintf("%s (mã %s)", vi.Capital(p.Title()), p.Code), At: "/xa",
			Fields: []page.Field{{Name: "xa", Value: p.Code}, {Name: "nam", Value: strconv.Itoa(year)},
				{Name: "muc", Value: string(level)}}}
	})
}

func deskAt(asked string, from int) string {
	return "?" + url.Values{"tim": {asked}, "tu": {fmt.Sprint(max(0, from))}}.Encode()
}
