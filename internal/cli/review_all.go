package cli

import (
	"context"
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
)

// reviewedTitle is one commune's title held against its newest figures. Review is
// nil where it cannot be: Why says why.
type reviewedTitle struct {
	Province string         `json:"province"`
	Commune  string         `json:"commune"`
	Name     string         `json:"name"`
	Title    docket.Title   `json:"title"`
	Year     int            `json:"year,omitempty"` // of the figures
	Review   *assess.Review `json:"review"`
	Why      string         `json:"why,omitempty"`
}

// everyTitle reviews the highest title of every commune that holds one.
func (o *reviewOptions) everyTitle(ctx context.Context, w World, st *store.Store) error {
	province, err := office.StoredProvince(ctx, st, o.province)
	if err != nil {
		return err
	}
	holders, err := st.Holders(ctx, office.Within(province))
	if err != nil {
		return err
	}
	reviewed := []reviewedTitle{}
	wp, p := underway(w, "đã rà soát", len(holders))
	for _, h := range holders {
		p.Step()
		if h.Held == "" {
			continue
		}
		r, err := reviewHolder(ctx, wp, st, &h)
		if err != nil {
			return err
		}
		reviewed = append(reviewed, r)
	}
	p.Clear()
	only, err := office.DeclaredOnly(ctx, st, holders, office.Within(province))
	if err != nil {
		return err
	}
	declared := []reviewedTitle{}
	for i := range only {
		r, err := reviewHolder(ctx, w, st, &only[i])
		if err != nil {
			return err
		}
		declared = append(declared, r)
	}
	if o.json {
		return printJSON(w.Stdout, struct {
			Schema   string          `json:"schema"`
			Titles   []reviewedTitle `json:"titles"`
			Declared []reviewedTitle `json:"declared"` // which only the communes' reports name
		}{"ntm.review.v1", reviewed, declared})
	}
	s := newScreen(w)
	s.reviewed(reviewed, "%d xã có danh hiệu: %d thuộc diện xét thu hồi, %d chưa rõ, %d không thuộc diện.")
	if len(declared) > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Danh hiệu theo báo cáo khai (có số quyết định; kho dữ liệu chưa ghi)"))
		s.reviewed(declared, "%d xã có danh hiệu theo báo cáo khai: %d thuộc diện xét thu hồi, %d chưa rõ, %d không thuộc diện.")
	}
	return s.Err
}

// reviewHolder holds a title against the newest assessment since it was given.
func reviewHolder(ctx context.Context, w World, st *store.Store, h *store.Holder) (reviewedTitle, error) {
	out := reviewedTitle{Province: h.Place.Province, Commune: places.CodeOf(h.Commune), Name: h.Name}
	for _, t := range h.Titles {
		if t.Level == h.Held && t.Holds() {
			out.Title = t
		}
	}
	c, err := st.Commune(ctx, h.Province, h.Commune)
	if err != nil {
		return out, err
	}
	var newest *docket.Dossier
	for _, d := range c.Dossiers {
		if d.Assessment != nil && d.Year >= out.Title.Year {
			newest = d
		}
	}
	if newest == nil {
		out.Why = "chưa có báo cáo từ năm được công nhận"
		return out, nil
	}
	a, note, err := office.Again(ctx, st, newest)
	if err != nil {
		return out, err
	}
	notes(w, note)
	out.Year = newest.Year
	if a.Set.Procedure != nil {
		if r, ok := assess.ReviewTitle(a, a.Set.Procedure, h.Held); ok {
			out.Review = r
			return out, nil
		}
	}
	out.Why = fmt.Sprintf("chưa có quy định thu hồi cho xã %s năm %d", h.Held.Title(), newest.Year)
	return out, nil
}

// reviewed lists those at risk first, then those of which too little is known.
func (s *screen) reviewed(all []reviewedTitle, sums string) {
	counts := map[assess.Risk]int{}
	for _, risk := range []assess.Risk{assess.AtRisk, assess.OpenRisk, assess.Safe} {
		for i := range all {
			r := &all[i]
			if r.Review == nil || r.Review.Risk != risk {
				continue
			}
			counts[risk]++
			text := fmt.Sprintf("%s, %s: xã %s năm %d, theo số liệu năm %d: không đạt %d/%d tiêu chí", r.Name, r.Province, r.Title.Level.Title(), r.Title.Year, r.Year, len(r.Review.Failed), r.Review.Total)
			if len(r.Review.KeyFailed) > 0 {
				text += ", trong đó phải xét riêng: " + strings.Join(r.Review.KeyFailed, ", ")
			}
			if n := len(r.Review.Unchecked); n > 0 {
				text += fmt.Sprintf("; %d theo ngưỡng chưa đối chiếu", n)
			}
			if len(r.Review.Unknown) > 0 {
				text += fmt.Sprintf("; chưa rõ %d", len(r.Review.Unknown))
			}
			s.Item(0, s.risk(risk)+":", text)
		}
	}
	for _, r := range all {
		if r.Review == nil {
			s.Item(0, s.Unknown("KHÔNG RÀ SOÁT ĐƯỢC:"), fmt.Sprintf("%s, %s, xã %s năm %d: %s", r.Name, r.Province, r.Title.Level.Title(), r.Title.Year, r.Why))
		}
	}
	s.Line("%s", s.Strong(sums, len(all), counts[assess.AtRisk], len(all)-counts[assess.AtRisk]-counts[assess.Safe], counts[assess.Safe]))
}
