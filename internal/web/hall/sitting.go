package hall

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"

	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// sittingView is a sitting: how far it has come, and what may be done next. Of votes it knows
// sums, and these only after the count.
type sittingView struct {
	At, ID, Name, Of, Level string
	Year                    int
	Rules                   []string
	Steps                   []page.Option // chosen is where it stands
	Members                 []memberView
	Cases, Waiting          []caseView
	Open, Seated            bool // communes and members may be put in; it is written down who sits
	Issued, Counted         bool
	Secret                  bool
	Cancelled               string
	Enough                  mark
	Absent                  string // who presides where the chairman is away
	Ready                   *readyPapers
	Out, Back               int
	Tally                   []tallyView
	Undecided               bool // of a commune the chairman concludes
	Refused                 problem.List
}

// mark is a word and the class of how it looks.
type mark struct{ Word, Class, More string }

// memberView is a member of the council.
type memberView struct {
	No                 int
	Name, Office, Role string
	Present            bool
}

// caseView is a commune that the council votes on, or may.
type caseView struct{ Key, Title, Note, At string }

// tallyView is what a commune got.
type tallyView struct {
	*sitting.Tallied
	Mark      mark
	Undecided bool
	Concluded string
}

// phases are the steps of a sitting in their order.
var phases = []struct {
	phase council.Phase
	word  string
}{{council.IsOpened, "Xã trong đợt"}, {council.IsSeated, "Dự họp"}, {council.IsIssued, "Bỏ phiếu"},
	{council.IsCounted, "Kết quả, biên bản"}}

// sittingOf is the sitting that is asked for.
func (w *Hall) sittingOf(r *http.Request) (*sitting.Sitting, error) {
	return sitting.Find(r.Context(), w.Store, r.PathValue("home"), r.PathValue("id"))
}

// ofSitting is a page of the sitting that is asked for.
func (w *Hall) ofSitting(p func(http.ResponseWriter, *http.Request, *sitting.Sitting) error) page.Page {
	return func(out http.ResponseWriter, r *http.Request) error {
		s, err := w.sittingOf(r)
		if err != nil {
			return err
		}
		return p(out, r, s)
	}
}

func (w *Hall) showSitting(out http.ResponseWriter, r *http.Request, s *sitting.Sitting) error {
	return w.sittingPage(out, r, s, nil)
}

// sittingPage shows a sitting, with what was refused of the last that was asked of it.
func (w *Hall) sittingPage(out http.ResponseWriter, r *http.Request, s *sitting.Sitting,
	refused problem.List) error {
	v := sittingView{At: sittingAt(s.Province, s.ID), ID: s.ID, Name: s.Name, Of: s.Who.Province,
		Level: s.Level.Title(), Year: s.Year, Cancelled: s.Cancelled, Issued: s.Issued, Secret: s.Secret,
		Counted: s.Counted != nil, Seated: s.Present != nil, Refused: refused}
	v.Open = !v.Issued && !v.Counted && v.Cancelled == ""
	record := s.Record()
	for _, p := range phases {
		v.Steps = append(v.Steps, page.Option{Word: p.word, Chosen: p.phase == record.Phase()})
	}
	v.Rules = []string{ruleWords("Có mặt ít nhất", s.Who.Rules.Quorum),
		ruleWords("Đồng ý ít nhất trên số có mặt", s.Who.Rules.Proposal)}
	for i, m := range s.Who.Members {
		v.Members = append(v.Members, memberView{i + 1, m.Name, m.Office, m.Role.Title(),
			s.Present == nil || slices.Contains(s.Present, i)})
	}
	for _, c := range s.Cases {
		v.Cases = append(v.Cases, caseView{c.Key, c.Title, c.Note,
			page.YearAt(store.OfYear{Province: s.Province, Commune: c.Key, Year: s.Year}, "ket-qua")})
	}
	if v.Seated {
		holds, head, words := s.Enough()
		v.Enough = mark{head, holdsClass(holds), words}
		if chair, presides := s.Chair(); chair != presides {
			v.Absent = chair + "; người chủ trì: " + cmp.Or(presides, "chưa có ai trong ban chủ tịch dự họp")
		}
		v.Ready = w.readyFor(s)
	}
	if v.Open {
		waiting, err := s.Waiting(r.Context(), w.Store, w.Now())
		if err != nil {
			return err
		}
		for _, d := range waiting {
			v.Waiting = append(v.Waiting, caseView{d.Commune, d.Place.Title, briefOf(d),
				page.YearAt(store.YearOf(d), "ket-qua")})
		}
	}
	if v.Counted {
		if err := w.tallied(r, s, &v); err != nil {
			return err
		}
	}
	shown := page.View{Title: "Kỳ họp " + s.ID, Here: "sittings", Data: v}
	if len(refused) > 0 {
		shown.Code = http.StatusUnprocessableEntity
	}
	return w.Show(out, "sitting", shown)
}

// tallied are the sums of a sitting that was counted.
func (w *Hall) tallied(r *http.Request, s *sitting.Sitting, v *sittingView) error {
	counted, all, err := s.Tallied()
	if err != nil {
		return err
	}
	found, err := w.Store.Dossiers(r.Context(), store.Filter{Province: s.Province, Year: s.Year, Council: s.ID})
	if err != nil {
		return err
	}
	v.Out, v.Back = counted.Out, counted.Back
	for i := range all {
		t := &all[i]
		row := tallyView{Tallied: t, Undecided: t.Carried == nil, Mark: mark{Word: "chủ tịch kết luận"}}
		if t.Carried != nil {
			row.Mark = mark{Word: map[bool]string{true: "đạt", false: "chưa đạt"}[*t.Carried],
				Class: holdsClass(t.Carried)}
		}
		for _, d := range list.Where(found, func(d *docket.Dossier) bool { return d.Commune == t.Key }) {
			if c := d.Conclusion; c != nil && c.Council == s.ID {
				row.Undecided = false
				row.Concluded = vi.Join(", ", map[bool]string{true: "đề nghị công nhận",
					false: "không đề nghị công nhận"}[c.Yes], c.Paper)
			}
		}
		v.Undecided = v.Undecided || row.Undecided
		v.Tally = append(v.Tally, row)
	}
	return nil
}

// holdsClass is how an outcome looks; of none it is not said.
func holdsClass(holds *bool) string {
	if holds == nil {
		return ""
	}
	return map[bool]string{true: "good", false: "bad"}[*holds]
}

// ruleWords are a share of the council's rules, and how sure it is.
func ruleWords(name string, r council.Rule) string {
	if !r.Value.IsPositive() {
		return name + ": chưa biết, chủ tịch hội đồng kết luận"
	}
	return fmt.Sprintf("%s: %s %% (%s)", name, vi.Number(r.Value), vi.Join("; ", r.Status.Title(), r.Source))
}

// briefOf is how a dossier came out at the level that it asks for.
func briefOf(d *docket.Dossier) string {
	b := d.Brief()
	if b == nil {
		return ""
	}
	return fmt.Sprintf("%s, %d/%d tiêu chí", page.VerdictOf(b.Verdict, b.Draft).Word, b.CriteriaMet, b.CriteriaTotal)
}
