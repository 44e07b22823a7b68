// Package sitting is an office's work on a council that sits: it is called, communes are
// put before it, its members attend and vote on papers, the papers are counted, the
// chairman concludes, the minutes are written. As all of office it knows no commands and
// no screens.
package sitting

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Sitting is a council with what it votes on.
type Sitting struct {
	*docket.Council
	Who   council.Council
	Cases []council.Case
	Day   criteria.Date // of what is written down now; none for today
	Void  []string      // of one that is tried: the papers that are not valid, each with why
}

// Find is the council of that id, with or without the letters that tell councils
// of two offices apart, in the province that a text names or in any for "".
func Find(ctx context.Context, st *store.Store, inProvince, id string) (*Sitting, error) {
	all, err := Councils(ctx, st, inProvince)
	if err != nil {
		return nil, err
	}
	found := list.Where(all, func(c *docket.Council) bool { return c.ID == id })
	if len(found) == 0 { // without the letters that tell councils of two offices apart
		found = list.Where(all, func(c *docket.Council) bool {
			return strings.HasPrefix(c.ID, id+"-") && strings.Count(c.ID, "-") == 2
		})
	}
	switch len(found) {
	case 0:
		hint, press := "lập hội đồng: ntm council open", problem.Press("lập hội đồng ở trang Kỳ họp")
		if len(all) > 0 {
			hint, press = "các hội đồng đã có: "+idsOf(all), nil
		}
		return nil, problem.Problem{File: st.Name(), Message: fmt.Sprintf("chưa có hội đồng %q", id), Hint: hint,
			Page: press}
	case 1:
		return readSitting(ctx, st, found[0])
	}
	return nil, problem.Problem{File: st.Name(), Message: fmt.Sprintf("có %d hội đồng mang mã %q", len(found), id),
		Hint: "ghi đủ mã: " + idsOf(found) + ", và tỉnh bằng --province",
		Page: problem.Press("mở từ danh sách ở trang Kỳ họp")}
}

func idsOf(all []*docket.Council) string {
	return vi.List(", ", all, func(c *docket.Council) string { return c.ID })
}

func readSitting(ctx context.Context, st *store.Store, c *docket.Council) (*Sitting, error) {
	s := &Sitting{Council: c}
	if err := json.Unmarshal(c.Details, &s.Who); err != nil {
		return nil, problem.Problem{File: st.Name(), Message: fmt.Sprintf("hội đồng %s không đọc được (%v)", c.ID,
			err), Hint: "kiểm tra bằng ntm doctor", Page: problem.Press("bấm Kiểm tra kho ở trang Kho dữ liệu")}
	}
	for _, v := range c.Voted {
		s.Cases = append(s.Cases, council.Case{Key: v.Commune, Title: v.Title, Note: v.Note})
	}
	if c.Issued {
		return s, nil
	}
	for _, key := range c.Cases {
		found, err := st.Dossiers(ctx, store.Filter{Province: c.Province, Commune: key, Year: c.Year})
		if err != nil {
			return nil, err
		}
		one := council.Case{Key: key, Title: "xã " + key} // known only by its key where its own data did not come along
		for _, d := range found {
			one.Title = d.Place.Title
			if b := d.Brief(); b != nil {
				one.Note = fmt.Sprintf("%d/%d tiêu chí, %d/%d chỉ tiêu", b.CriteriaMet, b.CriteriaTotal,
					b.IndicatorsMet, b.IndicatorsTotal)
				if docket.Lacks(b) != "" && d.Grounds != nil {
					one.Note += fmt.Sprintf("; %s; lý do đưa ra hội đồng: %s", vi.Lower(b.Verdict.Word()),
						d.Grounds.Reason)
				}
				if why := d.Assessment.Brief.NationOnly; why != "" {
					one.Note += "; " + why
				}
			}
		}
		s.Cases = append(s.Cases, one)
	}
	return s, nil
}

// event is an event of the sitting's council.
func (s *Sitting) event(kind docket.Kind, by string, body any) docket.Event {
	return docket.NewOfCouncil(kind, by, s.Province, s.ID, s.Year, body).On(s.Day)
}

// add puts events into the store; the council and its communes change together or
// not at all.
func (s *Sitting) add(ctx context.Context, st *store.Store, events ...docket.Event) error {
	return office.Append(ctx, st, "hội đồng "+s.ID, store.Change{Province: s.Province, Events: events})
}
