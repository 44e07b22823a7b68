package bureau

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// provinceView is the office's board: the dossiers that the filters in the address choose, a page of them.
type provinceView struct {
	Province, Year           string
	Short                    bool
	Levels, Verdicts, Stages []page.Option
	Rows                     []page.Row
	Steps                    []docket.Kind // that may be taken of many
	Asked                    string        // the filters, as they stand in the address
	No, Of, All              int
	Before, After            string // the addresses of the pages beside it, "" for none
}

// mostPages is more pages than any store has.
const mostPages = 100_000

// showProvince shows what the store keeps of the dossiers that are asked for; nothing is judged anew.
func (w *Bureau) showProvince(out http.ResponseWriter, r *http.Request) error {
	asked := r.URL.Query()
	c, v, err := chosen(asked)
	if err != nil {
		return err
	}
	no, _ := strconv.Atoi(asked.Get("trang")) // the first for nothing, or for no number
	found, err := w.board.Page(r.Context(), c, min(max(1, no), mostPages), page.MostRows)
	if err != nil {
		return err
	}
	v.No, v.Of, v.All = found.No, found.Of, found.All
	for _, d := range found.Dossiers {
		row := rowOfDossier(d, c.Level)
		row.Key = keyOfDossier(d)
		v.Rows = append(v.Rows, row)
	}
	asked.Del("trang")
	maps.DeleteFunc(asked, func(_ string, values []string) bool { return strings.Join(values, "") == "" })
	v.Asked = asked.Encode()
	beside := func(no int) string {
		asked.Set("trang", strconv.Itoa(no))
		return "?" + asked.Encode()
	}
	if v.No > 1 {
		v.Before = beside(min(v.No-1, v.Of))
	}
	if v.No < v.Of {
		v.After = beside(v.No + 1)
	}
	defer w.Behind(w.board.ReadAhead)
	return w.Show(out, "province", page.View{Title: "Văn phòng", Here: "province", Data: v})
}

// chosen is which dossiers the filters in an address choose, and the board that says so.
func chosen(asked url.Values) (office.Choice, provinceView, error) {
	c := office.Choice{Province: vi.NFC(asked.Get("tinh")), Stage: docket.Stage(asked.Get("buoc")),
		Level: criteria.Level(asked.Get("muc")), Verdict: assess.Verdict(asked.Get("ket-qua"))}
	v := provinceView{Province: c.Province, Year: strings.TrimSpace(asked.Get("nam")), Steps: manySteps}
	var known [3]bool
	v.Levels, known[0] = options(criteria.Levels, c.Level, criteria.Level.Title)
	v.Verdicts, known[1] = options([]assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}, c.Verdict,
		assess.Verdict.Word)
	v.Stages, known[2] = options(docket.Stages(), c.Stage, docket.Stage.Word)
	if slices.Contains(known[:], false) {
		return c, v, problem.Problem{Message: "địa chỉ nêu một mức, kết quả hoặc bước không có",
			Hint: "chọn lại trong danh sách ở trang Văn phòng"}
	}
	if v.Year != "" {
		year, err := strconv.Atoi(v.Year)
		if err != nil || year < 1 {
			return c, v, problem.Problem{Message: "năm cần lọc không phải là một năm",
				Hint: "ghi năm, ví dụ 2025, hoặc để trống"}
		}
		c.Year = year
	}
	if v.Short = asked.Get("thieu") != ""; v.Short {
		c.Short = 1
	}
	return c, v, nil
}

// rowOfDossier is a dossier's row, with its verdicts on a level, "" for all.
func rowOfDossier(d *docket.Dossier, level criteria.Level) page.Row {
	return page.RowOf(desk.Line{Place: d.Place, Level: level, Dossier: d, OfYear: store.YearOf(d)})
}

// options are what a filter may be, and whether it is one of these or "" for all.
func options[T ~string](all []T, chosen T, word func(T) string) (out []page.Option, known bool) {
	for _, o := range all {
		out = append(out, page.Option{Value: string(o), Word: word(o), Chosen: o == chosen})
	}
	return out, chosen == "" || slices.Contains(all, chosen)
}
