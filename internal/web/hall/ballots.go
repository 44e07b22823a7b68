package hall

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// readyPapers are papers that were made for a sitting, and are not yet written down as given out.
// They live as long as the window, and so the page says: no number of a ballot lies anywhere on the disk before it is
// given out, for who could read it there would know a ballot that comes back by it.
type readyPapers struct {
	For    string // who sits and what is voted on, when they were made
	Hands  bool
	Papers []sitting.Paper
	File   *desk.Away
}

// seatedFor are who sits and what is voted on: papers are for exactly these.
func seatedFor(s *sitting.Sitting) string { return fmt.Sprint(s.Province, s.ID, s.Present, s.Cases) }

// readyFor are the papers that were made for the sitting as it is now, nil for none.
func (w *Hall) readyFor(s *sitting.Sitting) *readyPapers {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if ready := w.ready[s.Province+"/"+s.ID]; ready != nil && ready.For == seatedFor(s) {
		return ready
	}
	return nil
}

// Unissued are the sittings for which papers were made that are not given out yet: they end with the window.
func (w *Hall) Unissued(ctx context.Context) (out []page.Link) {
	w.mutex.Lock()
	made := slices.Sorted(maps.Keys(w.ready))
	w.mutex.Unlock()
	for _, key := range made {
		home, id, _ := strings.Cut(key, "/")
		s, err := sitting.Find(ctx, w.Store, home, id)
		if err == nil && !s.Issued && s.Cancelled == "" && w.readyFor(s) != nil {
			out = append(out, page.Link{Name: s.Name + " (" + s.ID + ")", Address: sittingAt(home, id)})
		}
	}
	return out
}

// makePapers makes what members fill in, to be taken away first and given out then.
func (w *Hall) makePapers(r *http.Request, s *sitting.Sitting) (problem.List, error) {
	hands := r.PostFormValue("cach") == "gio-tay"
	if ready := w.readyFor(s); ready != nil && ready.Hands == hands {
		return nil, nil // sent twice: those that may have been taken already stay
	}
	made := &readyPapers{For: seatedFor(s), Hands: hands}
	var err error
	if made.Papers, err = s.Papers(hands, rand.Reader); err != nil {
		return nil, err
	}
	var all []desk.Away
	for _, p := range made.Papers {
		var data bytes.Buffer
		if err := p.Write(&data); err != nil {
			return nil, err
		}
		all = append(all, desk.Away{Name: p.Name, Data: data.Bytes()})
	}
	if made.File = &all[0]; !hands {
		if made.File, err = files.Zipped("phieu-"+vi.Slug(s.ID), all, w.Now()); err != nil {
			return nil, err
		}
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.ready[s.Province+"/"+s.ID] = made
	return nil, nil
}

var notMade = problem.Problem{Message: "chưa có bộ phiếu cho thành phần dự họp và các xã hiện nay",
	Hint: "bấm lập phiếu, tải về rồi mới ghi nhận đã phát"}

// takePapers hands over the papers that were made.
func (w *Hall) takePapers(out http.ResponseWriter, _ *http.Request, s *sitting.Sitting) error {
	ready := w.readyFor(s)
	if ready == nil {
		return notMade
	}
	files.HandOver(out, ready.File.Name, ready.File.Data)
	return nil
}

// issue writes down that the papers were given out.
func (w *Hall) issue(r *http.Request, s *sitting.Sitting) (problem.List, error) {
	ready := w.readyFor(s)
	if ready == nil {
		return nil, notMade
	}
	return nil, s.Issue(r.Context(), w.Store, w.Actor(), ready.Hands, ready.Papers)
}

// tally closes the vote: it takes the papers back and counts them all at once. How many there
// are is asked of who opened the box, for a count is never taken back.
func (w *Hall) tally(out http.ResponseWriter, r *http.Request, s *sitting.Sitting) error {
	back, err := files.TakeAll(r, len(s.Present)+1)
	if err != nil {
		return err
	}
	defer back.Close()
	if s.Day, err = office.Day(back.Fields["ngay"]); err != nil {
		return err
	}
	if s.Secret {
		if n, err := strconv.Atoi(strings.TrimSpace(back.Fields["so-phieu"])); err != nil || n != len(back.Files) {
			return problem.Problem{Message: fmt.Sprintf("ghi thu về %q phiếu, đã chọn %d tệp; chưa kiểm phiếu nào",
				back.Fields["so-phieu"], len(back.Files)), Hint: "đếm lại phiếu, chọn đủ tệp rồi kiểm lại"}
		}
	}
	if err := s.Count(r.Context(), w.Store, w.Actor(), back.Paths()); err != nil {
		return back.Named(err)
	}
	w.mutex.Lock()
	delete(w.ready, s.Province+"/"+s.ID)
	w.mutex.Unlock()
	return w.Redirect(out, r, sittingAt(s.Province, s.ID))
}
