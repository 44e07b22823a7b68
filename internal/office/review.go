package office

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/outlook"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// TitleReview is every title in force held against the newest figures of who holds it.
type TitleReview struct {
	Titles   []ReviewedTitle `json:"titles"`
	Declared []ReviewedTitle `json:"declared"` // which only the communes' reports name

	Notes problem.List `json:"-"` // where a kept assessment now comes out otherwise
}

// ReviewedTitle is one commune's title held against its newest figures. Review is
// nil where it cannot be: Why says why.
type ReviewedTitle struct {
	Province string          `json:"province"`
	Commune  string          `json:"commune"`
	Name     string          `json:"name"`
	Title    docket.Title    `json:"title"`
	Year     int             `json:"year,omitempty"` // of the figures
	Review   *outlook.Review `json:"review"`
	Why      string          `json:"why,omitempty"`
}

// ReviewTitles reviews the highest title of every commune of a province that holds one;
// "" is the country. begin learns how many communes there are, and gives what is called
// after each.
func ReviewTitles(ctx context.Context, st *store.Store, province string,
	begin func(int) (step func())) (*TitleReview, error) {
	p, err := StoredProvince(ctx, st, province)
	if err != nil {
		return nil, err
	}
	holders, err := st.Holders(ctx, Within(p))
	if err != nil {
		return nil, err
	}
	out := &TitleReview{Titles: []ReviewedTitle{}, Declared: []ReviewedTitle{}}
	step := begin(len(holders))
	review := func(into *[]ReviewedTitle, h *store.Holder) error {
		one, err := out.of(ctx, st, h)
		*into = append(*into, one)
		return err
	}
	for i := range holders {
		if step(); holders[i].Held == "" {
			continue
		}
		if err := review(&out.Titles, &holders[i]); err != nil {
			return nil, err
		}
	}
	only, err := declaredOnly(ctx, st, holders, Within(p))
	if err != nil {
		return nil, err
	}
	for i := range only {
		if err := review(&out.Declared, &only[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ReviewTitle holds a title against the report in a file, which was judged.
func ReviewTitle(a *assess.Assessment, file string, title criteria.Level) (*outlook.Review, error) {
	if a.Set.Procedure != nil {
		if found, ok := outlook.ReviewTitle(a, a.Set.Procedure, title); ok {
			return found, nil
		}
	}
	hint := "xem năm của báo cáo; quy định thu hồi đi cùng bộ thủ tục của giai đoạn"
	if a.Set.Procedure == nil {
		hint = fmt.Sprintf("thủ tục của năm %d ghi ở tờ Thủ tục công nhận của bảng đối chiếu (%s), rồi nhập bằng "+
			"ntm criteria import", a.Year, criteria.ReadingCommand)
	}
	return nil, problem.Problem{File: file, Hint: hint,
		Message: fmt.Sprintf("chưa có quy định thu hồi cho mức %s năm %d", title, a.Year)}
}

// of holds a title against the newest assessment since it was given.
func (r *TitleReview) of(ctx context.Context, st *store.Store, h *store.Holder) (ReviewedTitle, error) {
	out := ReviewedTitle{Province: h.Place.Province, Commune: places.CodeOf(h.Commune), Name: h.Name}
	for _, t := range h.Titles {
		if t.Level == h.Held && t.Holds() {
			out.Title = t
		}
	}
	c, err := st.Commune(ctx, h.Province, h.Commune)
	if err != nil {
		return out, err
	}
	newest := newestSince(c, &out.Title)
	if newest == nil {
		out.Why = "chưa có báo cáo từ năm được công nhận"
		return out, nil
	}
	a, note, err := Again(ctx, st, newest)
	if err != nil {
		return out, err
	}
	r.Notes = append(r.Notes, note...)
	out.Year = newest.Year
	if out.Review, err = ReviewTitle(a, "", h.Held); err == nil {
		return out, nil
	}
	out.Why = fmt.Sprintf("chưa có quy định thu hồi cho xã %s năm %d", h.Held.Title(), newest.Year)
	return out, nil
}
