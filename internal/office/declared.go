package office

import (
	"context"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/store"
)

// declaredTitles are the titles that the reports of dossiers name with their decision
// and that the store knows nothing of, each commune's highest, by "province\x00key".
// They are what a commune says, and counted apart from what the store knows.
func declaredTitles(ctx context.Context, st *store.Store, of []*docket.Dossier,
	known func(key string) []docket.Title) (map[string]docket.Title, error) {
	of = list.Where(of, func(d *docket.Dossier) bool { return d.Report() != nil })
	digests := map[string][]string{}
	for _, d := range of {
		digests[d.Province] = append(digests[d.Province], d.Report().Digest)
	}
	texts := map[string]map[string][]byte{}
	for province, all := range digests {
		found, err := st.Documents(ctx, province, all)
		if err != nil {
			return nil, err
		}
		texts[province] = found
	}
	out := map[string]docket.Title{}
	for _, d := range of {
		key := d.Province + "\x00" + d.Commune
		title, ok := declaredIn(texts[d.Province][d.Report().Digest], d.Year)
		if ok && !knows(known(key), title.Level) {
			out[key] = title
		}
	}
	return out, nil
}

// knows tells whether a store knows of that title or a higher one in force, or that it
// was taken away or ended.
func knows(titles []docket.Title, level criteria.Level) bool {
	return slices.ContainsFunc(titles, func(t docket.Title) bool {
		return t.Level == level || t.Holds() && RankOf(t.Level) > RankOf(level)
	})
}

// RankOf is the place of a level among the levels, -1 for none.
func RankOf(level criteria.Level) int { return slices.Index(criteria.Levels, level) }

// declaredIn is the highest title that a report names with its decision, up to a year.
func declaredIn(report []byte, year int) (docket.Title, bool) {
	var out docket.Title
	for _, t := range commune.KeptTitles(report) { // what is no report the doctor tells
		if t.Decision != "" && t.Year <= year && RankOf(t.Level) > RankOf(out.Level) {
			out = docket.Title{Level: t.Level, Year: t.Year, Decision: t.Decision, Date: t.Date}
		}
	}
	return out, out.Level != ""
}

// declaredOnly are the communes whose title only their newest report names, as holders
// of it.
func declaredOnly(ctx context.Context, st *store.Store, holders []store.Holder,
	f store.Filter) ([]store.Holder, error) {
	all, err := st.Dossiers(ctx, f)
	if err != nil {
		return nil, err
	}
	newest := map[string]*docket.Dossier{}
	for _, d := range all {
		key := d.Province + "\x00" + d.Commune
		if before := newest[key]; d.Report() != nil && (before == nil || before.Year < d.Year) {
			newest[key] = d
		}
	}
	var of []*docket.Dossier
	titles := map[string][]docket.Title{}
	for _, h := range holders {
		key := h.Province + "\x00" + h.Commune
		titles[key] = h.Titles
		if d := newest[key]; d != nil {
			of = append(of, d)
		}
	}
	found, err := declaredTitles(ctx, st, of, func(key string) []docket.Title { return titles[key] })
	if err != nil {
		return nil, err
	}
	var out []store.Holder
	for _, h := range holders {
		if t, ok := found[h.Province+"\x00"+h.Commune]; ok {
			h.Held, h.Titles = t.Level, []docket.Title{t}
			out = append(out, h)
		}
	}
	return out, nil
}
