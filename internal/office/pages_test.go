package office

import (
	"errors"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
)

// Pages are the list, cut; whatever is chosen, none is left out and none comes twice.
func TestPages(t *testing.T) {
	d := newDesk(t)
	for _, code := range []string{"16492", "16495", "16498", "16501", "16504"} {
		d.takes(false, d.ReportOf(code+".yaml", code, "income_per_capita=69"))
	}
	name := func(all []*docket.Dossier) string {
		var out []string
		for _, d := range all {
			out = append(out, d.Commune)
		}
		return strings.Join(out, " ")
	}
	for what, c := range map[string]struct {
		Choice
		pages int
	}{
		"all":             {Choice{}, 2},
		"a province":      {Choice{Province: "Thanh Hóa", Year: 2023}, 2},
		"a verdict":       {Choice{Level: criteria.NangCao, Verdict: assess.Undecided}, 2},
		"another verdict": {Choice{Verdict: assess.Eligible}, 1},
		"a district":      {Choice{District: "không có"}, 1},
		"a stage":         {Choice{Stage: docket.IsReady}, 1},
	} {
		all, _, err := List(t.Context(), d.Store, c.Choice)
		if err != nil {
			t.Fatal(err)
		}
		var each, paged []*docket.Dossier
		if err := EachListed(t.Context(), d.Store, c.Choice, func(d *docket.Dossier) error {
			each = append(each, d)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for no := range 4 {
			page, _, err := ListPage(t.Context(), d.Store, c.Choice, no+1, 2)
			if err != nil || page.All != len(all) || page.Of != c.pages || len(page.Dossiers) > 2 {
				t.Fatalf("%s, page %d: %+v, %v; want %d of %d", what, no+1, page, err, len(all), c.pages)
			}
			paged = append(paged, page.Dossiers...)
		}
		if name(each) != name(all) || name(paged) != name(all) {
			t.Errorf("%s: %s; one by one %s, by pages %s", what, name(all), name(each), name(paged))
		}
	}
	enough := errors.New("enough")
	if err := EachListed(t.Context(), d.Store, Choice{}, func(*docket.Dossier) error { return enough }); !errors.Is(err,
		enough) {
		t.Errorf("%v, want that it ends", err)
	}
	if _, _, err := ListPage(t.Context(), d.Store, Choice{Province: "Nghệ An"}, 1, 2); err == nil {
		t.Error("a province that is not there")
	}
}
