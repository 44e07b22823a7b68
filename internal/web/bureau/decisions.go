package bureau

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"

	"ntm/internal/collation"
	"ntm/internal/lawbook"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/lawdesk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// decisionRead is a decision that was read and waits to be signed, as long as the window is open.
type decisionRead struct {
	lawdesk.Reading
	File   string
	rows   []lawbook.Beside
	fresh  int
	signed *lawdesk.Planned // what came of it, nil before it was signed
}

// decisionsView are the decisions that were read in this window.
type decisionsView struct {
	Folder    string // of the office's packs
	Standards []page.Option
	Read      []page.Link
	Renewed   *office.Renewed // what became of the dossiers that were judged again
}

func (w *Bureau) showDecisions(out http.ResponseWriter, _ *http.Request) error {
	w.decisionsPage(out, nil)
	return nil
}

func (w *Bureau) decisionsPage(out http.ResponseWriter, renewed *office.Renewed) {
	v := decisionsView{Folder: w.Criteria, Renewed: renewed}
	for _, std := range w.Library.Standards {
		v.Standards = append(v.Standards, page.Option{Value: std.ID, Word: std.Name})
	}
	w.mutex.Lock()
	for i, d := range w.decisions {
		v.Read = append(v.Read, page.Link{Name: d.File, Address: page.At("/quyet-dinh/", i+1)})
	}
	w.mutex.Unlock()
	w.Show(out, http.StatusOK, "decisions", page.View{Title: "Quyết định", Here: "decisions", Data: v})
}

// readDecision reads a decision that was dropped; nothing of it holds yet.
func (w *Bureau) readDecision(out http.ResponseWriter, r *http.Request) error {
	file, err := files.Take(r)
	if err != nil {
		return err
	}
	defer file.Close()
	d := &decisionRead{File: file.Name, Reading: lawdesk.Reading{Lib: w.Library, Files: []string{file.Path},
		Standard: file.Fields["bo"], Province: strings.TrimSpace(file.Fields["tinh"])}}
	if err := d.Read(r.Context()); err != nil {
		return file.Named(err)
	}
	d.rows, d.fresh = d.Beside()
	w.mutex.Lock()
	w.decisions = append(w.decisions, d)
	no := len(w.decisions)
	w.mutex.Unlock()
	w.Redirect(out, r, page.At("/quyet-dinh/", no))
	return nil
}

// decisionOf is the decision that is asked for.
func (w *Bureau) decisionOf(r *http.Request) (d *decisionRead, no int, err error) {
	no, err = strconv.Atoi(r.PathValue("no"))
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if err != nil || no < 1 || no > len(w.decisions) {
		return nil, 0, page.Missing("quyết định này chưa đọc ở cửa sổ đang mở", "thả lại tệp ở trang Quyết định")
	}
	return w.decisions[no-1], no, nil
}

// decisionView is a decision row by row, beside the program's thresholds.
type decisionView struct {
	At, File, Number, Day, Layer, Standard string
	Cautions                               []string
	Groups                                 []besideGroup
	Fresh                                  int
	Signed                                 *lawdesk.Planned
	Changes                                []ruledView
	Today                                  string
	Stale                                  int // dossiers that were judged by other thresholds
}

// besideGroup are rows that stand to the program's thresholds alike.
type besideGroup struct {
	Kind collation.Kind
	Rows []lawbook.Beside
}

// ruledView is a threshold as it was and is.
type ruledView struct{ Name, Where, Before, After string }

func (w *Bureau) showDecision(out http.ResponseWriter, r *http.Request) error {
	d, no, err := w.decisionOf(r)
	if err != nil {
		return err
	}
	first := &d.Papers[0]
	v := decisionView{At: page.At("/quyet-dinh/", no), File: d.File, Number: first.Decision.Number,
		Layer:    first.Layer.Title(),
		Standard: d.Of.Name, Fresh: d.fresh, Signed: d.signed, Today: vi.Date(w.Now())}
	if !first.Decision.Date.IsZero() {
		v.Day = vi.Date(first.Decision.Date.Time)
	}
	for _, p := range d.Papers {
		if v.Cautions = append(v.Cautions, p.Cautions...); p.Foreign != "" {
			v.Cautions = append(v.Cautions, p.Foreign+": mọi dòng phải đọc lại")
		}
	}
	for _, kind := range collation.Kinds {
		rows := list.Where(d.rows, func(b lawbook.Beside) bool { return b.Kind == kind })
		if len(rows) > 0 {
			v.Groups = append(v.Groups, besideGroup{Kind: kind, Rows: rows})
		}
	}
	if d.signed != nil {
		for _, c := range d.signed.Changes {
			v.Changes = append(v.Changes, ruledView{vi.Join(", phần ", path.Base(c.Indicator)+" "+c.Name, c.Part),
				vi.Join(", ", c.When, c.Where), cmp.Or(c.Before.Text, "không có"), cmp.Or(c.After.Text, "không có")})
		}
		old, err := w.stale(r.Context())
		if err != nil {
			return err
		}
		v.Stale = len(old)
	}
	w.Show(out, http.StatusOK, "decision", page.View{Title: "Quyết định " + v.Number, Here: "decisions", Data: v})
	return nil
}

// takeWorkbook hands over the workbook in which the decision can be checked as well.
func (w *Bureau) takeWorkbook(out http.ResponseWriter, r *http.Request) error {
	d, no, err := w.decisionOf(r)
	if err != nil {
		return err
	}
	var data bytes.Buffer
	if _, err := d.Write(&data, w.Now()); err != nil {
		return err
	}
	files.HandOver(out, fmt.Sprintf("doi-chieu-%d.xlsx", no), data.Bytes())
	return nil
}

// signDecision takes in the rows that are ticked as the office's own packs, and from then on the
// window judges by them. It is alone: no page is half by the old law and half by the new.
func (w *Bureau) signDecision(out http.ResponseWriter, r *http.Request) error {
	d, no, err := w.decisionOf(r)
	if err != nil {
		return err
	}
	signed, cabinet, err := signedIn(r)
	if err != nil {
		return err
	}
	if w.Criteria == "" || w.Load == nil {
		return problem.Problem{Message: "chưa biết ghi quy định vào thư mục nào",
			Hint: "đóng cửa sổ, chạy lại: ntm open --criteria THƯ_MỤC"}
	}
	folder, err := files.Folder()
	if err != nil {
		return err
	}
	defer folder.Close() //nolint:errcheck // what is left the next one clears
	var book bytes.Buffer
	if err := d.Sign(&book, w.Now(), signed); err != nil {
		return err
	}
	file := folder.File("doi-chieu.xlsx")
	if err := os.WriteFile(file, book.Bytes(), 0o600); err != nil {
		return err
	}
	plan, err := (&lawdesk.Import{File: file, Office: cabinet, Folder: w.Criteria, Load: w.Load}).Take(r.Context(),
		false)
	if err != nil {
		list := problem.Of(err)
		for i := range list {
			list[i].File = strings.ReplaceAll(list[i].File, file, d.File)
		}
		return list.Err()
	}
	lib, err := w.Load(false)
	if err != nil {
		return err
	}
	w.JudgeBy(lib)
	d.signed = &plan
	w.Redirect(out, r, page.At("/quyet-dinh/", no))
	return nil
}

// signedIn is what was ticked and who signs, and in which office.
func signedIn(r *http.Request) (*lawbook.Signed, string, error) {
	signed := &lawbook.Signed{By: vi.NFC(strings.TrimSpace(r.PostFormValue("nguoi"))), Keys: map[string]bool{}}
	cabinet := vi.NFC(strings.TrimSpace(r.PostFormValue("co-quan")))
	signed.Decision.Number = vi.NFC(strings.TrimSpace(r.PostFormValue("so")))
	for _, text := range []string{signed.By, cabinet, signed.Decision.Number} {
		if what := office.Unreadable(text, office.MostOfName); what != "" {
			return nil, "", problem.Problem{Message: what, Hint: "ghi ngắn gọn"}
		}
	}
	var err error
	if signed.On, err = office.Day(r.PostFormValue("ngay")); err != nil {
		return nil, "", err
	}
	if signed.Decision.Date, err = office.Day(r.PostFormValue("ngay-qd")); err != nil {
		return nil, "", err
	}
	for _, key := range r.PostForm["dong"] {
		signed.Keys[key] = true
	}
	switch {
	case len(signed.Keys) == 0:
		return nil, "", problem.Problem{Message: "chưa đánh dấu dòng nào",
			Hint: "đọc từng dòng, đánh dấu dòng đúng nguyên văn"}
	case signed.By == "" || cabinet == "" || signed.On.IsZero():
		return nil, "", problem.Problem{Message: "còn thiếu người đối chiếu, ngày hoặc cơ quan",
			Hint: "ghi đủ ba ô ở cuối trang"}
	}
	return signed, cabinet, nil
}

// stale are the dossiers that today's law, or program, would judge another way.
func (w *Bureau) stale(ctx context.Context) ([]store.Row, error) {
	rows, err := w.Store.Rows(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	fresh := office.NewFreshness(w.Store, w.Library, w.Version)
	var out []store.Row
	all, err := w.Store.DossiersOf(ctx, rows)
	for i, d := range all {
		old, wrong := fresh.Stale(ctx, d)
		if wrong != nil {
			return nil, wrong
		}
		if old {
			out = append(out, rows[i])
		}
	}
	return out, err
}

// judgeAgain judges the dossiers anew, and tells whose verdicts are others now.
func (w *Bureau) judgeAgain(out http.ResponseWriter, r *http.Request) error {
	all, err := w.Store.Dossiers(r.Context(), store.Filter{})
	if err != nil {
		return err
	}
	renewed, err := office.JudgeAgain(r.Context(), office.NewFreshness(w.Store, w.Library, w.Version), w.Actor(), all,
		func(int) func() { return func() {} })
	if err != nil {
		return err
	}
	w.decisionsPage(out, renewed)
	return nil
}
