package web

import (
	"context"
	"net/http"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// opinionsView are what departments say of a commune's dossier.
type opinionsView struct {
	At       string
	Opinions []opinionView
	Open     bool   // more may be written down
	Stage    string // where the dossier stands, "" for none yet
}

// opinionView is one of them.
type opinionView struct {
	docket.Opinion
	Day string
}

func (w *Window) showOpinions(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	d, err := w.DossierOf(r.Context(), of)
	if err != nil {
		return err
	}
	v := opinionsView{At: page.YearAt(of, "")}
	var commune string
	if d != nil {
		commune = d.Place.Title
		err = w.opinionsOf(r.Context(), d, &v)
	} else if typed, wrong := w.Work.Read(r.Context(), of); wrong == nil {
		commune = typed.Place.Title
	} else {
		err = wrong
	}
	if err != nil {
		return err
	}
	return w.Show(out, "opinions", viewOf(r, of, commune,
		headed{here: "opinions", about: "ý kiến của các cơ quan"}, v))
}

func (w *Window) opinionsOf(ctx context.Context, d *docket.Dossier, v *opinionsView) error {
	v.Stage, v.Open = d.Stage.Word(), d.Stage.Takes(docket.Opined)
	days, err := office.DaysOfOpinions(ctx, w.Store, d)
	if err != nil {
		return err
	}
	for i, o := range d.Opinions {
		v.Opinions = append(v.Opinions, opinionView{o, days[i]})
	}
	return nil
}

// addOpinions writes down what a department says of one criterion or several, all or none.
func (w *Window) addOpinions(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	d, err := w.DossierOf(r.Context(), of)
	if err != nil {
		return err
	}
	if d == nil {
		return page.Missing("kho chưa có hồ sơ năm này của xã", "ghi thành bản báo cáo ở trang Số liệu trước")
	}
	typed := map[string]string{}
	for _, name := range []string{"co-quan", "ve", "ket-qua", "ghi-chu"} {
		typed[name] = vi.NFC(strings.TrimSpace(r.PostFormValue(name)))
		if what := office.Unreadable(typed[name], office.MostOfText); what != "" {
			return problem.Problem{Message: what, Hint: "ghi ngắn gọn, bỏ các ký tự điều khiển"}
		}
	}
	day, err := office.Day(r.PostFormValue("ngay"))
	if err != nil {
		return err
	}
	said := ""
	if !day.IsZero() {
		said = day.String()
	}
	var bodies []any
	for on := range strings.SplitSeq(typed["ve"], ",") {
		bodies = append(bodies, docket.Opinion{Department: typed["co-quan"], On: office.NumberOf(on),
			Result: typed["ket-qua"], Text: typed["ghi-chu"], Day: said})
	}
	_, err = office.TakeStep(r.Context(), w.Store, office.WhichOf(d), w.Actor(), day, docket.Opined, bodies...)
	if err != nil {
		return problem.Of(err).Err()
	}
	return w.leadOn(out, r, of, "y-kien")
}
