// Package opinions has a department say what it thinks of many dossiers on one sheet, a row a
// commune: the sheet goes out blank for the communes that are being appraised, and what comes back
// is read, each opinion an event of its commune.
package opinions

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/table"
)

// words are those that a result usually is.
var words = []string{"Đạt", "Chưa đạt", "Cơ bản đạt"}

// Blank is a sheet that goes out.
type Blank struct {
	Department, On string // who is asked, on which criteria; either may be left to who fills it in
	Dossiers       []*docket.Dossier
}

// Write writes the sheet. The same arguments give the same bytes.
func (b *Blank) Write(w io.Writer, at time.Time) error {
	l := look.List{
		Name: "Ý kiến", Title: vi.Join(": ", "Ý kiến về hồ sơ các xã", b.Department),
		Says: []string{
			"Mỗi xã một dòng. Tiêu chí: số tiêu chí hoặc chỉ tiêu, nhiều thì cách nhau bằng dấu phẩy; nội dung khác " +
				"kết quả thì thêm dòng của xã ấy.",
			"Xã chưa cho ý kiến thì để trống kết quả. Văn phòng đọc bảng gửi lại: ntm process opinion --sheet TỆP.",
		},
		Widths: []float64{9, 24, 20, 17, 8, 24, 18, 15, 34, 13},
		Heads: []string{"Mã xã", "Xã", "Huyện", "Tỉnh", "Năm", "Cơ quan", "Tiêu chí", "Kết quả", "Nhận xét",
			"Ngày"},
		Known: 5, Formats: map[int]string{6: draw.AsTyped, 9: "dd/mm/yyyy"}, Choices: map[int][]string{7: words},
		Rows: list.Map(b.Dossiers, func(d *docket.Dossier) []string {
			return []string{d.Unit().Code, d.Place.Name, d.Place.District, d.Place.Province, strconv.Itoa(d.Year),
				b.Department, b.On}
		}),
	}
	return draw.Write(w, draw.About{Title: l.Title, Author: "ntm", At: at}, []*draw.Sheet{l.Sheet()})
}

// sheet is the list of opinions. Its results are whatever words the department uses.
var sheet = table.Kind{
	Columns: []table.Column{
		{ID: "code", Heads: []string{"ma xa", "ma", "ma so"}, Numbers: true},
		{ID: "name", Heads: []string{"xa", "ten xa"}},
		{ID: "district", Heads: []string{"huyen", "quan, huyen"}},
		{ID: "province", Heads: []string{"tinh", "tinh, thanh pho"}},
		{ID: "year", Heads: []string{"nam"}, Numbers: true},
		{ID: "department", Heads: []string{"co quan", "co quan cho y kien", "don vi"}},
		{ID: "on", Heads: []string{"tieu chi", "chi tieu", "tieu chi, chi tieu", "noi dung"}, Must: true,
			Numbers: true},
		{ID: "result", Heads: []string{"ket qua", "y kien"}, Must: true},
		{ID: "text", Heads: []string{"nhan xet", "ghi chu"}},
		{ID: "day", Heads: []string{"ngay", "ngay cho y kien"}, Numbers: true},
	},
	Most: 1_000_000, Missing: "không thấy bảng ý kiến",
	Hint: "bảng cần dòng đầu có các cột: Mã xã hoặc Xã, Huyện, Tỉnh; Cơ quan, Tiêu chí, Kết quả (bảng trống: ntm " +
		"process opinion --blank)",
	Words: "ghi bằng chữ",
}

// Of are the new opinions on one dossier.
type Of struct {
	Dossier *docket.Dossier
	New     []any // docket.Opinion
}

// Read reads the opinions in a file and finds whose they are; year and department are those of
// rows that name none. Those that the store has are left out, and counted. The error names every
// row that cannot be taken, and then none is.
func Read(ctx context.Context, st *store.Store, file, department string, year int) (of []*Of, known int, err error) {
	r := reader{ctx: ctx, st: st, department: department, year: year, of: map[string]*Of{}}
	wrong, err := table.Read(ctx, file, sheet, r.row)
	if err != nil {
		return nil, 0, err
	}
	if err := append(r.wrong, wrong...).Err(); err != nil {
		return nil, 0, err
	}
	if r.rows == 0 {
		return nil, 0, problem.List{{File: file, Message: "bảng chưa có ý kiến nào",
			Hint: "ghi kết quả vào dòng của xã"}}
	}
	return list.Where(r.all, func(o *Of) bool { return len(o.New) > 0 }), r.known, nil
}

type reader struct {
	ctx        context.Context
	st         *store.Store
	department string
	year       int
	of         map[string]*Of
	all        []*Of
	rows       int
	known      int
	wrong      problem.List
}

func (r *reader) row(row *table.Row) {
	if row.Text("result")+row.Text("text")+row.Text("day") == "" {
		return // nothing is said of this commune
	}
	r.rows++
	known := len(r.wrong)
	o := docket.Opinion{Department: row.Text("department"), Result: row.Text("result"), Text: row.Text("text"),
		Day: r.day(row)}
	if o.Department == "" {
		o.Department = r.department
	}
	for _, must := range []struct{ id, says, what string }{{"department", o.Department, "cơ quan"},
		{"on", row.Text("on"), "tiêu chí"}, {"result", o.Result, "kết quả"}} {
		if must.says == "" {
			r.wrong.Add(row.Problem(must.id, "ý kiến còn thiếu "+must.what, "ghi đủ cơ quan, tiêu chí, kết quả; không "+
				"có ý kiến thì để trống cả dòng"))
		}
	}
	for _, id := range []string{"department", "result", "text"} {
		if what := office.Unreadable(row.Text(id), office.MostOfText); what != "" {
			r.wrong.Add(row.Problem(id, what, "gõ lại ngắn gọn"))
		}
	}
	whose := r.whose(row)
	if len(r.wrong) > known {
		return
	}
	for on := range strings.SplitSeq(row.Text("on"), ",") {
		o.On = office.NumberOf(on)
		if r.has(whose, o) {
			r.known++
		} else {
			whose.New = append(whose.New, o)
		}
	}
}

func (r *reader) day(row *table.Row) string {
	text := row.Text("day")
	if text == "" {
		return ""
	}
	day, err := typed.Date(text)
	if err != nil || !typed.Sensible(day) {
		r.wrong.Add(row.Problem("day", fmt.Sprintf("đọc thấy ngày %q", text), "ghi ngày có thật, ví dụ 15/11/2023"))
		return ""
	}
	return day.Format(time.DateOnly)
}

// whose is the dossier of a row's commune.
func (r *reader) whose(row *table.Row) *Of {
	which := office.Which{Text: row.Text("code"), Year: r.year}
	at := "code"
	if which.Text == "" {
		which.Text, at = vi.Join(", ", row.Text("name"), row.Text("district"), row.Text("province")), "name"
	}
	if text := row.Text("year"); text != "" {
		year, err := strconv.Atoi(text)
		if err != nil {
			r.wrong.Add(row.Problem("year", fmt.Sprintf("đọc thấy năm %q", text), "ghi năm của hồ sơ, ví dụ 2023"))
			return nil
		}
		which.Year = year
	}
	of, err := r.dossier(which)
	if err != nil {
		p := problem.Of(err)[0]
		r.wrong.Add(row.Problem(at, p.Message, p.Hint))
		return nil
	}
	place := of.Dossier.Place
	if name := row.Text("name"); at == "code" && name != "" && vi.Fold(name) != vi.Fold(place.Name) {
		r.wrong.Add(row.Problem("name", fmt.Sprintf("mã %s là của %s, không khớp với tên %q đã ghi", which.Text,
			place.Title, name), "sửa mã hoặc tên xã"))
	}
	return of
}

// dossier is where the opinions on a dossier are gathered.
func (r *reader) dossier(which office.Which) (*Of, error) {
	key := fmt.Sprint(which)
	if of, seen := r.of[key]; seen {
		return of, nil
	}
	_, d, err := which.Dossier(r.ctx, r.st)
	if err != nil {
		return nil, err
	}
	same := func(of *Of) bool { return store.YearOf(of.Dossier) == store.YearOf(d) }
	of := *list.Entry(&r.all, same, &Of{Dossier: d})
	r.of[key] = of
	return of, nil
}

// has tells whether an opinion is there, in the store or in a row above.
func (r *reader) has(of *Of, o docket.Opinion) bool {
	return slices.Contains(of.Dossier.Opinions, o) || slices.Contains(of.New, any(o))
}
