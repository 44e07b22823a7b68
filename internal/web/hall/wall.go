package hall

import (
	"context"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/outlook"
	"ntm/internal/picture"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// wallView is the board on the wall, which all members read: the commune at hand, how it came out
// and by what, its photographs and evidence. It knows nothing of any vote, before the count or after.
type wallView struct {
	Council, Place, Where, Level string
	No, Of                       int
	Before, After, Back          string // "" for none
	Verdict                      page.Verdict
	Counts                       []page.Counts
	Cautions                     []string // why the verdict is not the last word
	Criteria                     []criteriaAlike
	Unmet                        []unmet
	Unknown                      []string
	Photos                       []photoView
	Files                        []fileView
	MoreFiles                    int
	Grounds                      string
}

// criteriaAlike are the criteria that came out alike, by their numbers: who sits far away reads no twenty names.
type criteriaAlike struct {
	Outcome page.Verdict
	Words   string
}

// photoView is a photograph among the evidence, fileView a piece of it.
type (
	photoView struct{ At, Name string }
	fileView  struct{ Name, State string }
)

// unmet is what fails, with what is short in real units.
type unmet struct{ No, Name, Text string }

// What a wall of 1920 × 1080 shows without being rolled.
const (
	PhotosOnWall = 4
	filesOnWall  = 5
	unmetOnWall  = 5
	whyOnWall    = 2
)

// BoardPage is the board of the sitting that a name means, for the wall.
func BoardPage(name string) string { return page.At("/bang-hoi-dong/", name) }

// boardNamed leads to the board of the sitting that a name means.
func (w *Hall) boardNamed(out http.ResponseWriter, r *http.Request) error {
	s, err := sitting.Find(r.Context(), w.Store, "", r.PathValue("id"))
	if err != nil {
		return err
	}
	return w.Redirect(out, r, page.At("/bang-hoi-dong/ky-hop/", s.Province, "/", s.ID))
}

func (w *Hall) showWall(out http.ResponseWriter, r *http.Request, s *sitting.Sitting) error {
	no, _ := strconv.Atoi(r.URL.Query().Get("xa")) // the first for nothing, or for no number
	no = max(1, min(no, len(s.Cases)))
	here := page.At("/bang-hoi-dong/ky-hop/", s.Province, "/", s.ID)
	v := &wallView{Council: s.Name, Level: s.Level.Title(), No: no, Of: len(s.Cases),
		Back: sittingAt(s.Province, s.ID)}
	if no > 1 {
		v.Before = fmt.Sprintf("%s?xa=%d", here, no-1)
	}
	if no < v.Of {
		v.After = fmt.Sprintf("%s?xa=%d", here, no+1)
	}
	if v.Of > 0 {
		if err := w.onWall(r.Context(), s, v); err != nil {
			return err
		}
	}
	return w.Show(out, "wall", page.View{Title: "Bảng hội đồng", Wall: true, Data: v})
}

// onWall puts a commune on the wall, by the report that the store keeps of it.
func (w *Hall) onWall(ctx context.Context, s *sitting.Sitting, v *wallView) error {
	c := s.Cases[v.No-1]
	v.Place = vi.Capital(c.Title)
	kept, notes, err := office.KeptDossierOf(ctx, w.Store, office.Which{Text: c.Key, Year: s.Year}, s.Level)
	if err != nil {
		return err
	}
	d := kept.Of
	v.Place, v.Where = "Xã "+d.Place.Name, vi.Join(", ", d.Place.District, d.Place.Province)
	for _, p := range notes {
		v.Cautions = append(v.Cautions, vi.Capital(p.Message))
	}
	if why := kept.Criteria.NationOnly; why != "" {
		v.Cautions = append(v.Cautions, vi.Capital(why))
	}
	if g := d.Grounds; g != nil {
		v.Grounds = g.Reason
	}
	v.judged(kept.Assessment, s.Level)
	v.proven(d)
	return nil
}

// judged says how the level came out, and what decides it.
func (v *wallView) judged(a *assess.Assessment, level criteria.Level) {
	i := page.LevelHere(a, level, level)
	l, short := &a.Levels[i], &outlook.ShortfallOf(a).Levels[i]
	v.Verdict = page.VerdictOf(l.Verdict, l.Draft)
	v.Counts = page.CountsOf(l)
	if l.Draft {
		v.Cautions = append(v.Cautions, vi.Capital(assess.Unsettled(*l)))
	}
	if l.FailsIf != "" {
		v.Cautions = append(v.Cautions, vi.Capital(l.FailsIf))
	}
	v.Criteria = alike(l.Criteria)
	for k := range short.NotMet {
		u := &short.NotMet[k]
		v.Unmet = append(v.Unmet, unmet{outlook.Label(u.No), u.Name, vi.Capital(u.Text())})
	}
	var unset []string
	for _, t := range short.NoThreshold {
		unset = list.Once(unset, outlook.Label(t.No))
	}
	if len(unset) > 0 {
		v.Unknown = append(v.Unknown, "Chưa có ngưỡng: "+strings.Join(unset, ", "))
	}
	for k := range short.NoFigure {
		v.Unknown = append(v.Unknown, "Chưa có số liệu: "+short.NoFigure[k].Asked())
	}
}

// alike are criteria by how they came out, those first that decide against the commune.
func alike(all []assess.Criterion) (out []criteriaAlike) {
	worst := []assess.Outcome{assess.NotMet, assess.Undetermined, assess.NoThreshold, assess.NoFigure, assess.Met,
		assess.NotApplicable}
	for _, outcome := range worst {
		of := list.Where(all, func(c assess.Criterion) bool { return c.Outcome == outcome })
		if len(of) > 0 {
			nos := vi.List(", ", of, func(c assess.Criterion) string { return c.No })
			out = append(out, criteriaAlike{page.OutcomeOf(outcome), nos})
		}
	}
	return out
}

// proven lists the evidence, as it was found when the dossier was assessed.
func (v *wallView) proven(d *docket.Dossier) {
	of := store.YearOf(d)
	for i, f := range d.Assessment.Files {
		name := path.Base(strings.ReplaceAll(f.Path, `\`, "/"))
		if f.State == evidence.Found && picture.Named(f.Path) && len(v.Photos) < PhotosOnWall {
			v.Photos = append(v.Photos, photoView{page.At("/bang-hoi-dong/anh/", of.Province, "/", of.Commune, "/",
				of.Year,
				"/", i),
				name})
		}
		if len(v.Files) == filesOnWall {
			v.MoreFiles++
			continue
		}
		v.Files = append(v.Files, fileView{name, f.State.Word()})
	}
}

// Reasons are why the verdict is not the last word, and why it lies before the council all the same, as far as there
// is room.
func (v *wallView) Reasons() []string {
	out := v.Cautions
	if more := len(out) - whyOnWall + 1; more > 1 {
		out = append(slices.Clone(out[:whyOnWall-1]), fmt.Sprintf("… và %d điều cần lưu ý nữa, xem trong hồ sơ", more))
	}
	if v.Grounds != "" {
		out = append(slices.Clip(out), "Lý do đưa ra hội đồng: "+v.Grounds)
	}
	return out
}

// Listed are the indicators that a wall has room for.
func (v *wallView) Listed() []unmet { return v.Unmet[:min(len(v.Unmet), unmetOnWall)] }

// Asked is what is not known, as far as there is room.
func (v *wallView) Asked() []string {
	return v.Unknown[:min(len(v.Unknown), max(0, unmetOnWall-len(v.Unmet)))]
}

// More is how many of both are left out.
func (v *wallView) More() int {
	return len(v.Unmet) + len(v.Unknown) - len(v.Listed()) - len(v.Asked())
}

// sendKeptPicture shows a photograph among the evidence of a dossier, drawn anew.
func (w *Hall) sendKeptPicture(out http.ResponseWriter, r *http.Request) error {
	none := page.Missing("không có ảnh này", "")
	of, err := page.YearOf(r)
	if err != nil {
		return err
	}
	d, err := w.DossierOf(r.Context(), of)
	if err != nil || d == nil || d.Assessment == nil {
		return none
	}
	n, err := strconv.Atoi(r.PathValue("file"))
	if err != nil || n < 0 || n >= len(d.Assessment.Files) {
		return none
	}
	data, state, err := d.Assessment.Files[n].Read(r.Context(), office.EvidenceFolder(w.Evidence, of),
		picture.MostBytes)
	if err != nil || state != evidence.Found {
		return none
	}
	if files.ShowPicture(out, data) != nil {
		return none
	}
	return nil
}
