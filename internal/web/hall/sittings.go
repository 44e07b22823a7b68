package hall

import (
	"net/http"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/web/page"

	"github.com/shopspring/decimal"
)

// sittingsView are the sittings that the store knows, and what a new one is asked.
type sittingsView struct {
	Rows   []sittingRow
	Levels []criteria.Level
	Year   int
}

// sittingRow is a sitting of a council.
type sittingRow struct {
	At, ID, Name, Of, Level, Last string
	Year, Communes                int
}

func (w *Hall) showSittings(out http.ResponseWriter, r *http.Request) error {
	all, err := sitting.Councils(r.Context(), w.Store, "")
	if err != nil {
		return err
	}
	v := sittingsView{Levels: criteria.Levels, Year: w.Now().Year()}
	for _, c := range all {
		v.Rows = append(v.Rows, sittingRow{sittingAt(c.Province, c.ID), c.ID, c.Name, sitting.SeatOf(c),
			c.Level.Title(), c.Last.Kind.Word(), c.Year, len(c.Cases)})
	}
	return w.Show(out, "sittings", page.View{Title: "Kỳ họp hội đồng", Here: "sittings", Data: v})
}

// sittingAt is the address of a sitting.
func sittingAt(home, id string) string { return page.At("/ky-hop/", home, "/", id) }

// openSitting opens a council for a sitting, and leads to it.
func (w *Hall) openSitting(out http.ResponseWriter, r *http.Request) error {
	year, err := strconv.Atoi(strings.TrimSpace(r.PostFormValue("nam")))
	if err != nil {
		return problem.Problem{Message: "năm xét công nhận không phải là một năm", Hint: "ghi năm, ví dụ 2025"}
	}
	day, err := dayOf(r)
	if err != nil {
		return err
	}
	level, _ := criteria.LevelNamed(r.PostFormValue("muc")) // none is told by the council's own check
	o := sitting.Opening{Store: w.Store, Lib: w.Library, Like: r.PostFormValue("nhu"),
		Name: r.PostFormValue("ten-hoi-dong"),
		Year: year, Level: level, Province: r.PostFormValue("tinh"), Source: r.PostFormValue("can-cu"), Day: day}
	for line := range strings.Lines(r.PostFormValue("thanh-vien")) {
		if line = strings.TrimSpace(line); line != "" {
			o.Members = append(o.Members, strings.ReplaceAll(line, "\t", ";")) // pasted from a sheet
		}
	}
	for name, share := range map[string]*decimal.Decimal{"co-mat": &o.Quorum, "dong-y": &o.Proposal} {
		text := strings.TrimSpace(r.PostFormValue(name))
		if text == "" {
			continue
		}
		if *share, err = council.ReadShare(text); err != nil {
			return problem.Problem{Message: err.Error(), Hint: "sửa tỷ lệ rồi lập lại"}
		}
	}
	if homes, err := w.Store.Provinces(r.Context()); err == nil && len(homes) > 1 && o.Province == "" && o.Like == "" {
		return problem.Problem{Message: "kho dữ liệu có nhiều tỉnh", Hint: "ghi tỉnh có hội đồng"}
	}
	if (o.Quorum.IsPositive() || o.Proposal.IsPositive()) && strings.TrimSpace(o.Source) == "" {
		return problem.Problem{Message: "có tỷ lệ riêng mà chưa ghi văn bản quy định tỷ lệ",
			Hint: "ghi văn bản, để biên bản nêu được căn cứ"}
	}
	c, err := o.Open(r.Context(), w.Actor())
	if err != nil {
		return err
	}
	s, err := sitting.Find(r.Context(), w.Store, "", c.ID)
	if err != nil {
		return err
	}
	return w.Redirect(out, r, sittingAt(s.Province, s.ID))
}

// dayOf is the day of what is written down, none for today.
func dayOf(r *http.Request) (criteria.Date, error) { return office.Day(r.PostFormValue("ngay")) }
