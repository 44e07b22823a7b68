package office

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Which names a commune that the store knows, and a year of it.
type Which struct {
	Text string // a code, a key or a name
	Year int    // 0 for the newest
}

// WhichOf names the commune and the year of a dossier.
func WhichOf(d *docket.Dossier) Which { return Which{Text: d.Commune, Year: d.Year} }

// Find is the commune that was named.
func (o Which) Find(ctx context.Context, st *store.Store) (*docket.Commune, error) {
	found, err := o.Holder(ctx, st)
	if err != nil {
		return nil, err
	}
	return st.Commune(ctx, found.Province, found.Commune)
}

// ListDays are days on which the lists that may name a commune of a year are in force:
// in 2025, and where no year is given, both.
func ListDays(year int) []time.Time {
	if year == 0 || year == 2025 {
		return []time.Time{criteria.Day(2024, time.December, 31).Time, criteria.Day(2026, time.December, 31).Time}
	}
	return []time.Time{criteria.Day(year, time.December, 31).Time}
}

// keys are those of the units that the text may name; where it names none, unknown
// says why.
func (o Which) keys(text string) (keys []string, unknown error) {
	if _, known := places.ByKey(text); known && places.CodeOf(text) != text {
		return []string{text}, nil
	}
	if places.IsDeclared(text) {
		return []string{places.DeclaredKey(places.DeclaredNames(text))}, nil
	}
	for _, day := range ListDays(o.Year) {
		p, err := places.Find(text, day)
		if err == nil {
			keys = append(keys, p.Key())
		} else if unknown == nil {
			unknown = err
		}
	}
	return slices.Compact(keys), unknown
}

// Holder is the one commune of the store that was named.
func (o Which) Holder(ctx context.Context, st *store.Store) (*store.Holder, error) {
	text := vi.NFC(o.Text)
	keys, unknown := o.keys(text)
	var found []store.Holder
	for _, key := range keys {
		some, err := st.Holders(ctx, store.Filter{Commune: key})
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	if len(found) == 0 {
		all, err := st.Holders(ctx, store.Filter{})
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(all, func(h store.Holder) bool { return !declaredAs(&h, text) })
	}
	if len(found) > 1 {
		return o.ofYear(ctx, st, found)
	}
	switch {
	case len(found) == 1:
		return &found[0], nil
	case unknown != nil && len(keys) == 0:
		return nil, unknown
	}
	return nil, problem.Problem{
		File: st.Name(), Message: fmt.Sprintf("kho dữ liệu chưa có báo cáo nào của %s", o.named()),
		Hint: "nhập báo cáo: ntm import TỆP; xem các xã đã có: ntm list",
		Page: problem.Press("nhập báo cáo ở Bàn làm việc: trang Tệp của xã, hoặc gõ số liệu rồi ghi thành bản báo cáo"),
	}
}

// declaredAs tells whether a commune outside the lists is the one that a text names,
// by its name alone or with district and province.
func declaredAs(h *store.Holder, text string) bool {
	q := places.Ask(text)
	same := func(asked, is string) bool { return asked == "" || vi.Fold(asked) == vi.Fold(is) }
	return places.IsDeclared(h.Commune) && q.Name != "" &&
		same(q.Name, h.Place.Name) && same(q.District, h.Place.District) && same(q.Province, h.Place.Province)
}

// ofYear is the one of several units that bear the code or name which has a dossier
// of the year that was asked for.
func (o Which) ofYear(ctx context.Context, st *store.Store, found []store.Holder) (*store.Holder, error) {
	var named []string
	var of []store.Holder
	for _, h := range found {
		dossiers, err := st.Dossiers(ctx, store.Filter{Province: h.Province, Commune: h.Commune})
		if err != nil {
			return nil, err
		}
		var years []string
		for _, d := range dossiers {
			if years = append(years, fmt.Sprint(d.Year)); d.Year == o.Year {
				of = append(of, h)
			}
		}
		named = append(named, fmt.Sprintf("%s (%s, năm %s)", h.Place.Title, h.Commune,
			vi.Join(", ", years...)))
	}
	if len(of) == 1 {
		return &of[0], nil
	}
	return nil, problem.Problem{
		Message: fmt.Sprintf("kho dữ liệu có %d xã hợp với %q: %s", len(found), o.Text, strings.Join(named, "; ")),
		Hint: "ghi thêm --year, hoặc tên xã kèm huyện (nếu có) và tỉnh, hoặc phần đầu trong ngoặc: " +
			found[len(found)-1].Commune, Page: problem.Press("mở hồ sơ từ danh sách ở Bàn làm việc hoặc Văn phòng"),
	}
}

// named is the commune in full, as far as that is known.
func (o Which) named() string {
	for _, day := range slices.Backward(ListDays(o.Year)) {
		if p, err := places.Find(o.Text, day); err == nil {
			return p.String() + " (mã " + p.Code + ")"
		}
	}
	return fmt.Sprintf("%q", o.Text)
}

// Dossier is the commune and its Dossier of the year that was named, else of the
// newest.
func (o Which) Dossier(ctx context.Context, st *store.Store) (*docket.Commune, *docket.Dossier, error) {
	c, err := o.Find(ctx, st)
	if err != nil {
		return nil, nil, err
	}
	if o.Year == 0 && len(c.Dossiers) > 0 {
		return c, c.Dossiers[len(c.Dossiers)-1], nil
	}
	if d := c.Dossier(o.Year); d != nil {
		return c, d, nil
	}
	p := problem.Problem{File: st.Name(), Message: fmt.Sprintf("chưa có hồ sơ năm %d của %s", o.Year, c.Place().Title)}
	if o.Year == 0 {
		p.Message = fmt.Sprintf("chưa có hồ sơ nào của %s", c.Place().Title)
	}
	years := list.Map(c.Dossiers, func(d *docket.Dossier) string { return fmt.Sprint(d.Year) })
	if len(years) > 0 {
		p.Hint = "các năm đã có: " + strings.Join(years, ", ")
	}
	if end := Reformed(c); end != "" {
		p.Hint = vi.Join("; ", p.Hint, end)
	}
	return nil, nil, p
}

// StoredProvince is the province that a text names and of which the store knows
// something; none for "".
func StoredProvince(ctx context.Context, st *store.Store, text string) (places.Province, error) {
	if strings.TrimSpace(text) == "" {
		return places.Province{}, nil
	}
	known, err := st.Provinces(ctx)
	if err != nil {
		return places.Province{}, err
	}
	if p, listed := places.FindProvince(text); listed && slices.Contains(known, p.Home) {
		return p, nil
	}
	home := places.DeclaredHome(strings.TrimPrefix(text, "~"))
	if slices.Contains(known, home) {
		return places.Province{Name: vi.NFC(text), Title: "tỉnh " + vi.NFC(text), Home: home}, nil
	}
	hint, press := "kho dữ liệu chưa có tỉnh nào; nhập báo cáo: ntm import TỆP", problem.Press("kho dữ liệu chưa có "+
		"tỉnh nào; nhập báo cáo của xã ở Bàn làm việc trước")
	if len(known) > 0 {
		hint, press = "các tỉnh đã có: "+strings.Join(known, ", "), nil
	}
	return places.Province{}, noSuchProvince{problem.Problem{
		File: st.Name(), Message: fmt.Sprintf("kho dữ liệu chưa có gì của tỉnh, thành phố %q", text), Hint: hint,
		Page: press,
	}}
}

// Within chooses what counts to a province; all for none.
func Within(p places.Province) store.Filter {
	if p.Home == "" {
		return store.Filter{}
	}
	return store.Filter{Province: p.Home, Within: &p}
}
