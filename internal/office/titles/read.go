// Package titles enters the titles that communes were given in earlier years, many at once from
// a sheet: each with its decision, its day and who decided, each an event of its own. They need
// no dossier and no council. All rows come in or none: what is wrong is told row by row.
package titles

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/table"
)

// sheet is the list of titles.
var sheet = table.Kind{
	Columns: []table.Column{
		{ID: "code", Heads: []string{"ma xa", "ma", "ma so", "ma don vi"}, Numbers: true},
		{ID: "name", Heads: []string{"xa", "ten xa"}},
		{ID: "district", Heads: []string{"huyen", "quan, huyen", "huyen, thi xa, thanh pho", "huyen, thi xa"}},
		{ID: "province", Heads: []string{"tinh", "tinh, thanh pho"}},
		{ID: "level", Heads: []string{"danh hieu", "muc", "muc dat chuan"}, Must: true},
		{ID: "year", Heads: []string{"nam", "nam cong nhan", "cong nhan nam"}, Numbers: true},
		{ID: "number", Heads: []string{"so quyet dinh", "quyet dinh so", "quyet dinh", "so qd"}, Must: true,
			Numbers: true},
		{ID: "date", Heads: []string{"ngay", "ngay quyet dinh", "ngay ky", "ngay ban hanh"}, Must: true, Numbers: true},
		{ID: "issuer", Heads: []string{"co quan", "co quan ban hanh", "co quan quyet dinh", "co quan cong nhan"}},
	},
	Most:    1_000_000,
	Missing: "không thấy bảng danh hiệu",
	Hint: "bảng cần dòng đầu có các cột: Mã xã hoặc Xã, Huyện, Tỉnh; Danh hiệu, Số quyết định, Ngày, Cơ quan " +
		"(bảng trống: ntm titles template)",
	Words: "ghi bằng chữ",
}

// Entry is a title as a row gives it.
type Entry struct {
	Commune places.Unit       `json:"commune"`
	Year    int               `json:"year"`
	Title   docket.TitledBody `json:"title"`

	event docket.Event
	row   *table.Row
}

// Reading is what the rows of a sheet come to.
type Reading struct {
	New   []Entry      `json:"new"`
	Known []Entry      `json:"known"` // that the store has
	Notes problem.List `json:"-"`
}

// reader reads the rows.
type reader struct {
	ctx   context.Context
	st    *store.Store
	by    string
	now   time.Time
	out   Reading
	wrong problem.List
	of    map[string]*docket.Commune
	err   error
}

// Read reads the titles in a file and holds each against the store, which it leaves as it is.
// The error names every row that may not come in, and why.
func Read(ctx context.Context, st *store.Store, file, by string, now time.Time) (*Reading, error) {
	r := reader{ctx: ctx, st: st, by: by, now: now, of: map[string]*docket.Commune{},
		out: Reading{New: []Entry{}, Known: []Entry{}}}
	wrong, err := table.Read(ctx, file, sheet, r.row)
	r.wrong = append(r.wrong, wrong...)
	switch {
	case err != nil:
		return nil, err
	case r.err != nil:
		return nil, r.err
	case len(r.wrong) > 0:
		return nil, r.wrong.Err()
	case len(r.out.New)+len(r.out.Known) == 0:
		return nil, problem.List{{File: file, Message: "bảng chưa có danh hiệu nào",
			Hint: "ghi danh hiệu, số quyết định và ngày vào dòng của xã"}}
	}
	return &r.out, nil
}

// row reads a title. The row of a commune beside which nothing stands names none.
func (r *reader) row(row *table.Row) {
	if r.err != nil || row.Text("level")+row.Text("number")+row.Text("date")+row.Text("year") == "" {
		return
	}
	known := len(r.wrong)
	e := Entry{row: row, Title: docket.TitledBody{Number: row.Text("number"), Issuer: row.Text("issuer")}}
	e.Title.Level = r.level(row)
	e.Title.Date = r.date(row)
	e.Year = r.year(row, e.Title.Date)
	for _, id := range []string{"number", "issuer"} {
		if what := office.Unreadable(row.Text(id), office.MostOfName); what != "" {
			r.wrong.Add(row.Problem(id, what, "gõ lại ngắn gọn"))
		}
	}
	if e.Title.Number == "" {
		r.wrong.Add(row.Problem("number", "chưa ghi số quyết định", "ghi số và ký hiệu, ví dụ 12/QĐ-UBND"))
	}
	if e.Year != 0 {
		e.Commune = r.commune(row, e.Year, e.Title.Date)
	}
	if len(r.wrong) == known {
		r.against(e)
	}
}

func (r *reader) level(row *table.Row) criteria.Level {
	level, ok := criteria.LevelNamed(row.Text("level"))
	if !ok {
		r.wrong.Add(row.Problem("level", fmt.Sprintf("đọc thấy danh hiệu %q", row.Text("level")),
			"ghi một trong: "+vi.List(", ", criteria.Levels, criteria.Level.Brief)))
	}
	return level
}

func (r *reader) date(row *table.Row) criteria.Date {
	day, err := typed.Date(row.Text("date"))
	if err != nil || !typed.Sensible(day) {
		r.wrong.Add(row.Problem("date", fmt.Sprintf("đọc thấy ngày quyết định %q", row.Text("date")),
			"ghi ngày có thật, ví dụ 15/11/2019"))
		return criteria.Date{}
	}
	return criteria.Date{Time: day}
}

// year is the year that the title is of: the one that the row names, else that of the decision.
func (r *reader) year(row *table.Row, date criteria.Date) int {
	text := row.Text("year")
	if text == "" {
		if date.IsZero() {
			return 0
		}
		return date.Year()
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < 2009 || year > r.now.Year() {
		r.wrong.Add(row.Problem("year", fmt.Sprintf("đọc thấy năm %q", text),
			"ghi năm được công nhận, ví dụ 2019; bỏ trống thì là năm của quyết định"))
		return 0
	}
	return year
}

// commune is the unit that a row means, by the list of the day: what was decided before the reform
// is of a commune of before.
func (r *reader) commune(row *table.Row, year int, date criteria.Date) places.Unit {
	on := criteria.Day(year, time.December, 31).Time
	if !date.IsZero() && date.Before(on) {
		on = date.Time
	}
	q := places.Query{Code: row.Text("code"), Name: row.Text("name"), District: row.Text("district"),
		Province: row.Text("province")}
	at := "name"
	if q.Code != "" {
		at = "code"
	}
	found, err := places.On(on).Lookup(q)
	if err != nil {
		p := problem.Of(err)[0]
		if hint := ofOtherList(q, on); hint != "" {
			p.Hint = hint
		}
		r.wrong.Add(row.Problem(at, p.Message, p.Hint))
	} else if !found.Rural() {
		r.wrong.Add(row.Problem(at, fmt.Sprintf("%s không phải là xã", found), "kiểm tra lại mã hoặc tên xã"))
	}
	return found
}

// reform is the day from which the list without districts holds.
var reform = criteria.Day(2025, time.July, 1).Time

// ofOtherList says that what is asked for is a unit of the list of after the reform, "" else.
func ofOtherList(q places.Query, on time.Time) string {
	if !on.Before(reform) {
		return ""
	}
	now, err := places.On(reform).Lookup(q)
	if err != nil {
		return ""
	}
	hint := fmt.Sprintf("%s có từ ngày 01/07/2025; quyết định trước ngày ấy là của xã cũ, ghi xã cũ kèm huyện", now)
	if parts, known := places.Origins(now.Code); known {
		hint += ": " + vi.List(", ", parts, func(p places.Part) string { return p.Text })
	}
	return hint
}

// against holds an entry against what the store and the rows above say of its commune.
func (r *reader) against(e Entry) {
	home, key := e.Commune.Home(), e.Commune.Key()
	c, known := r.of[home+"\x00"+key]
	if !known {
		if c, r.err = r.st.Commune(r.ctx, home, key); r.err != nil {
			return
		}
		r.of[home+"\x00"+key] = c
	}
	for i := range c.Titles {
		if t := &c.Titles[i]; t.Level == e.Title.Level && t.Year == e.Year && t.Date == e.Title.Date &&
			vi.Fold(t.Decision) == vi.Fold(e.Title.Number) {
			r.out.Known = append(r.out.Known, e)
			return
		}
	}
	e.event = docket.New(docket.Titled, r.by, home, key, e.Year, e.Title).On(e.Title.Date)
	try := e.event
	try.At = r.now
	switch err := c.Take(&try); {
	case docket.IsRefusal(err):
		r.wrong.Add(e.row.Problem("level", problem.Of(office.Refused(e.Commune.Title(), err))[0].Message, ""))
	case err != nil:
		r.err = err
	default:
		r.out.New = append(r.out.New, e)
		if c.Into != nil {
			r.out.Notes.Add(e.row.Problem("name", fmt.Sprintf("%s đã sáp nhập vào %s: danh hiệu này thôi tính khi sáp "+
				"nhập; xem lại mức khởi đầu của xã mới", e.Commune.Title(), c.Into.Title), ""))
		}
	}
}

// Enter puts the new titles into the store, all or none.
func (r *Reading) Enter(ctx context.Context, st *store.Store) error {
	if len(r.New) == 0 {
		return nil
	}
	change := store.Change{Province: r.New[0].event.Province}
	for i := range r.New {
		change.Events = append(change.Events, r.New[i].event)
	}
	return office.Append(ctx, st, "", change)
}

// Correction takes back a title that was entered by mistake.
func Correction(ctx context.Context, st *store.Store, which office.Which, level criteria.Level, by,
	reason string) (docket.Title, error) {
	c, err := which.Find(ctx, st)
	if err != nil {
		return docket.Title{}, err
	}
	var entered []string
	for _, t := range c.Titles {
		if t.Entered == "" {
			continue
		}
		if t.Level == level && t.Year == which.Year {
			body := docket.CorrectedBody{Event: t.Entered, Kind: docket.Titled, Reason: reason}
			return t, office.Append(ctx, st, c.Place().Title, store.Change{Province: c.Province, Events: []docket.Event{
				docket.New(docket.Corrected, by, c.Province, c.Key, t.Year, body)}})
		}
		entered = append(entered, t.Given())
	}
	p := problem.Problem{File: st.Name(), Message: fmt.Sprintf("%s không có danh hiệu xã %s năm %d ghi từ bảng",
		c.Place().Title, level.Title(), which.Year), Hint: "chưa danh hiệu nào của xã này ghi từ bảng"}
	if len(entered) > 0 {
		p.Hint = "các danh hiệu đã ghi từ bảng: " + strings.Join(entered, "; ")
	}
	return docket.Title{}, p
}
