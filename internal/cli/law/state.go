package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// stateJSON is a criteria.State as --json prints it.
type stateJSON struct {
	Province           string              `json:"province"`
	Indicators         int                 `json:"indicators"`
	IndicatorsDeclared int                 `json:"indicators_declared,omitempty"` // that the decision has
	IndicatorsMissing  int                 `json:"indicators_missing"`
	Thresholds         int                 `json:"thresholds"`
	Confirmed          int                 `json:"confirmed"`
	ToGo               int                 `json:"to_go"`
	Checked            []confirmedByJSON   `json:"checked"`
	Decisions          []decisionStateJSON `json:"decisions"`
}

type confirmedByJSON struct {
	By         string        `json:"by"`
	Thresholds int           `json:"thresholds"`
	Last       criteria.Date `json:"last"`
}

type decisionStateJSON struct {
	Decision   string         `json:"decision"`
	Date       criteria.Date  `json:"date"`
	Layer      criteria.Layer `json:"layer"`
	Thresholds int            `json:"thresholds"`
	Confirmed  int            `json:"confirmed"`
	Read       bool           `json:"read"`
}

func stateToJSON(s *criteria.State) *stateJSON {
	out := &stateJSON{s.Province, s.Indicators, s.Lack.Declared, s.Lack.Missing(), s.Thresholds(),
		s.Thresholds(criteria.Confirmed), s.ToGo(),
		[]confirmedByJSON{}, []decisionStateJSON{}}
	for _, c := range s.Checked {
		out.Checked = append(out.Checked, confirmedByJSON(c))
	}
	for i := range s.Decisions {
		d := &s.Decisions[i]
		out.Decisions = append(out.Decisions, decisionStateJSON{d.Number, d.Date, d.Layer, d.Thresholds(),
			d.Thresholds(criteria.Confirmed), d.Read()})
	}
	return out
}

// howToRead opens what is said of standards that no decision was read in for.
func (s *screen) howToRead(states ...*criteria.State) {
	if slices.ContainsFunc(states, func(st *criteria.State) bool { return st.Thresholds(criteria.Confirmed) > 0 }) {
		return
	}
	s.Line("%s Có tệp quyết định (Word, Excel, trang web đã lưu) thì chạy:", s.Unknown("Chưa đọc quyết định nào."))
	s.Line("  %s", criteria.ReadingCommand)
	s.Line("")
}

// state tells an office how far it has come with a standard.
func (s *screen) state(st *criteria.State) {
	if st.Lack.Missing() > 0 {
		s.Line("  %s", s.Unknown("%s", vi.Capital(st.Lack.String())))
	}
	if st.Thresholds() == 0 {
		return
	}
	where := "mọi tỉnh"
	if st.Province != "" {
		p, _ := places.FindProvince(st.Province)
		where = cmp.Or(p.Title, st.Province)
	}
	confirmed := st.Thresholds(criteria.Confirmed)
	s.Item(2, fmt.Sprintf("Áp dụng ở %s:", where),
		fmt.Sprintf("%d ngưỡng, kể cả điều kiện công nhận; đã xác nhận %d, còn %d", st.Thresholds(), confirmed,
			st.ToGo()))
	if confirmed == 0 {
		return
	}
	s.Item(4, "Người xác nhận:", vi.List("; ", st.Checked, func(c criteria.Checked) string {
		return fmt.Sprintf("%s %d ngưỡng (gần nhất %s)", c.By, c.Thresholds, c.Last.Dated())
	}))
	var read, unread []string
	for i := range st.Decisions {
		d := &st.Decisions[i]
		text := fmt.Sprintf("%s %d/%d ngưỡng", d.Number, d.Thresholds(criteria.Confirmed), d.Thresholds())
		if d.Read() {
			read = append(read, text)
		} else {
			unread = append(unread, text)
		}
	}
	s.Item(4, "Quyết định đã đọc:", strings.Join(read, "; "))
	if len(unread) > 0 {
		s.Item(4, "Chưa đọc:", strings.Join(unread, "; "))
	}
}
