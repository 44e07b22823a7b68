package bureau

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// manySteps are the steps that an office takes of many dossiers at once, in their order.
var manySteps = []docket.Kind{docket.Submitted, docket.TakenUp, docket.SentBack, docket.Readied, docket.Recognised,
	docket.Refused}

// stepView is a step of many dossiers: what it would be, and what became of it.
type stepView struct {
	Kind   docket.Kind
	Back   string     // the board's address
	Rows   []page.Row // whose dossiers may take the step
	Keys   []string   // of all these
	Others []refusals // which stand elsewhere
	Levels []criteria.Level
	Chosen string // the level that the board's filters name

	Level, Decision, Reasons, Note, Optional bool // what the step is asked

	Done    []string
	Refused []refusals
}

// Query is the board's filters as a form sends them on.
func (v stepView) Query() string { return strings.TrimPrefix(v.Back, "?") }

// More is how many dossiers are not shown one by one.
func (v stepView) More() int { return len(v.Keys) - len(v.Rows) }

// refusals are the dossiers of which a step was not taken for one reason, and what to do about it.
type refusals struct {
	Why, Hint string
	Names     []string
}

// refusedToo are refusals with one more.
func refusedToo(all []refusals, name, why, hint string) []refusals {
	at := slices.IndexFunc(all, func(r refusals) bool { return r.Why == why && r.Hint == hint })
	if at < 0 {
		return append(all, refusals{why, hint, []string{name}})
	}
	all[at].Names = append(all[at].Names, name)
	return all
}

// Elsewhere is how many dossiers stand at other steps.
func (v stepView) Elsewhere() int { return countOf(v.Others) }

// NotTaken is of how many dossiers the step was not taken.
func (v stepView) NotTaken() int { return countOf(v.Refused) }

func countOf(all []refusals) (n int) {
	for _, r := range all {
		n += len(r.Names)
	}
	return n
}

// showStep shows of which dossiers a step would be taken, and asks what it needs; it writes
// nothing.
func (w *Bureau) showStep(out http.ResponseWriter, r *http.Request) error {
	v, err := stepOf(r.PostForm)
	if err != nil {
		return err
	}
	found, err := w.meant(r)
	if err != nil {
		return err
	}
	for _, d := range found {
		if !d.Stage.Takes(v.Kind) {
			v.Others = refusedToo(v.Others, office.TitleOf(d), "hồ sơ ở bước "+d.Stage.Word(), "")
			continue
		}
		v.Keys = append(v.Keys, keyOfDossier(d))
		if len(v.Rows) < page.MostRows {
			v.Rows = append(v.Rows, rowOfDossier(d, ""))
		}
	}
	return w.Show(out, "step", page.View{Title: vi.Capital(v.Kind.Word()), Here: "province", Data: v})
}

// meant are the dossiers that were ticked, or all that the board's filters choose.
func (w *Bureau) meant(r *http.Request) ([]*docket.Dossier, error) {
	if r.PostFormValue("cua") != "loc" {
		return w.ticked(r)
	}
	asked, err := url.ParseQuery(r.PostFormValue("loc"))
	if err != nil {
		return nil, errNoChoice
	}
	c, _, err := chosen(asked)
	if err != nil {
		return nil, err
	}
	found, _, err := office.List(r.Context(), w.Store, c)
	return found, err
}

// errNoChoice is of a form that no page of the window sends.
var errNoChoice = problem.Problem{Message: "không rõ các xã được chọn", Hint: "mở lại trang Văn phòng và chọn lại"}

// ticked are the dossiers whose keys a form sends.
func (w *Bureau) ticked(r *http.Request) ([]*docket.Dossier, error) {
	var rows []store.Row
	for _, key := range r.PostForm["xa"] {
		part := strings.Split(key, "|")
		if len(part) != 3 {
			return nil, errNoChoice
		}
		year, err := strconv.Atoi(part[2])
		if err != nil {
			return nil, errNoChoice
		}
		rows = append(rows, store.Row{Province: part[0], Commune: part[1], Year: year})
	}
	if len(rows) == 0 {
		return nil, problem.Problem{Message: "chưa chọn xã nào", Hint: "đánh dấu các xã trong bảng, hoặc chọn mọi hồ " +
			"sơ đang lọc"}
	}
	return w.Store.DossiersOf(r.Context(), rows)
}

// keyOfDossier is what a form sends of a dossier; no home and no commune's key has a stroke.
func keyOfDossier(d *docket.Dossier) string {
	return strings.Join([]string{d.Province, d.Commune, strconv.Itoa(d.Year)}, "|")
}

// stepOf is the step that a form names, with what it is asked.
func stepOf(sent url.Values) (stepView, error) {
	v := stepView{Kind: docket.Kind(sent.Get("viec")), Levels: criteria.Levels}
	if !slices.Contains(manySteps, v.Kind) {
		return v, problem.Problem{Message: "không có bước này", Hint: "chọn lại trong danh sách ở trang Văn phòng"}
	}
	if asked, err := url.ParseQuery(sent.Get("loc")); err == nil {
		v.Back, v.Chosen = "?"+asked.Encode(), asked.Get("muc")
	}
	v.Decision = v.Kind == docket.Recognised || v.Kind == docket.Refused
	v.Level = v.Kind == docket.Submitted || v.Decision
	v.Note = !v.Decision && v.Kind != docket.SentBack
	v.Reasons = v.Kind == docket.SentBack || v.Kind == docket.Refused
	v.Optional = !v.Reasons
	return v, nil
}

// takeStep takes a step of each dossier, whole by itself, and tells which were refused and why.
func (w *Bureau) takeStep(out http.ResponseWriter, r *http.Request) error {
	v, err := stepOf(r.PostForm)
	if err != nil {
		return err
	}
	body, day, err := bodyOf(v.Kind, r.PostForm)
	if err != nil {
		return err
	}
	found, err := w.ticked(r)
	if err != nil {
		return err
	}
	for _, d := range found {
		name := office.TitleOf(d)
		_, err := office.TakeStep(r.Context(), w.Store, office.WhichOf(d), w.Actor(), day, v.Kind, body)
		if err != nil && r.Context().Err() != nil {
			return err
		}
		if err != nil {
			p := problem.OnPage(err)[0]
			v.Refused = refusedToo(v.Refused, name, strings.TrimPrefix(p.Message, name+": "), p.Hint)
			continue
		}
		v.Done = append(v.Done, name)
	}
	return w.Show(out, "stepped", page.View{Title: vi.Capital(v.Kind.Word()), Here: "province", Data: v})
}

// bodyOf is what was typed of a step, and its day, none for today.
func bodyOf(kind docket.Kind, sent url.Values) (body any, day criteria.Date, err error) {
	text := func(name string) string { return strings.TrimSpace(vi.NFC(sent.Get(name))) }
	for _, name := range []string{"ghi-chu", "ly-do", "so"} {
		if what := office.Unreadable(text(name), office.MostOfText); what != "" {
			return nil, day, problem.Problem{Message: what, Hint: "bỏ các ký tự điều khiển, ghi ngắn lại"}
		}
	}
	if day, err = office.Day(text("ngay")); err != nil {
		return nil, day, err
	}
	level, _ := criteria.LevelNamed(text("muc")) // none for the report's own
	lines := slices.DeleteFunc(list.Map(strings.Split(sent.Get("ly-do"), "\n"), vi.NFC),
		func(s string) bool { return s == "" }) // each a reason: NFC makes one line of several
	reason := strings.Join(lines, "; ")
	grounds := docket.Grounds{Reason: reason}
	switch kind {
	case docket.Submitted:
		body = docket.SubmittedBody{Level: level, Note: text("ghi-chu"), Grounds: grounds}
	case docket.SentBack:
		body = docket.SentBackBody{Reasons: office.ReasonsOf(lines)}
	case docket.Recognised, docket.Refused:
		body = docket.Decision{Level: level, Number: text("so"), Date: day, Note: reason, Grounds: grounds}
	default:
		body = docket.NoteBody{Note: text("ghi-chu"), Grounds: grounds}
	}
	return body, day, nil
}
