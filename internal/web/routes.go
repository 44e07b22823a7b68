package web

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"strings"

	"ntm/internal/office"
	"ntm/internal/problem"
)

//go:embed static templates
var files embed.FS

// iconPath is the window's mark, below the random path.
const iconPath = "/tinh/icon.svg"

// mostTyped is how many bytes a form that is typed may have.
const mostTyped = 1 << 20

// mostOffered is how many bytes the cells of a file may have that wait to be accepted.
const mostOffered = 16 << 20

// page answers a request; what it cannot do is told on a page of errors.
type page func(http.ResponseWriter, *http.Request) error

// route is what answers a method and a path behind the random one. A page that takes files
// says how many bytes, within what is read of such a file anywhere.
type route struct {
	pattern string
	page    page
	most    int64 // 0 for mostTyped
	alone   bool  // it changes by which law all others judge
}

// routes are all that the window answers.
func (w *Window) routes() []route {
	return []route{
		{pattern: "GET /tinh/{file}", page: w.static},
		{pattern: "GET /{$}", page: w.showDesk},
		{pattern: "GET /van-phong", page: w.showProvince},
		{pattern: "POST /van-phong/buoc", page: w.showStep},
		{pattern: "POST /van-phong/buoc/ghi", page: w.takeStep},
		{pattern: "GET /ky-hop", page: w.showSittings},
		{pattern: "POST /ky-hop", page: w.openSitting},
		{pattern: "GET /ky-hop/{home}/{id}", page: w.showSitting},
		{pattern: "POST /ky-hop/{home}/{id}/xa", page: w.onSitting(w.batch)},
		{pattern: "POST /ky-hop/{home}/{id}/du-hop", page: w.onSitting(w.attend)},
		{pattern: "POST /ky-hop/{home}/{id}/lap-phieu", page: w.onSitting(w.makePapers)},
		{pattern: "GET /ky-hop/{home}/{id}/phieu", page: w.takePapers},
		{pattern: "POST /ky-hop/{home}/{id}/phat-phieu", page: w.onSitting(w.issue)},
		{pattern: "POST /ky-hop/{home}/{id}/kiem-phieu", page: w.tally, most: mostUploaded},
		{pattern: "POST /ky-hop/{home}/{id}/ket-luan", page: w.onSitting(w.conclude)},
		{pattern: "GET /ky-hop/{home}/{id}/bien-ban", page: w.minutes},
		{pattern: "POST /ky-hop/{home}/{id}/huy", page: w.onSitting(w.cancel)},
		{pattern: "GET /kho", page: w.showCare},
		{pattern: "POST /kho/kiem-tra", page: w.examine},
		{pattern: "GET /kho/sao-luu", page: w.backUp},
		{pattern: "GET /quyet-dinh", page: w.showDecisions},
		{pattern: "POST /quyet-dinh", page: w.readDecision, most: mostUploaded},
		{pattern: "GET /quyet-dinh/{no}", page: w.showDecision},
		{pattern: "GET /quyet-dinh/{no}/bang", page: w.takeWorkbook},
		{pattern: "POST /quyet-dinh/{no}/ky", page: w.signDecision, alone: true},
		{pattern: "POST /danh-gia-lai", page: w.judgeAgain},
		{pattern: "GET /bang-hoi-dong/{id}", page: w.boardNamed},
		{pattern: "GET /bang-hoi-dong/ky-hop/{home}/{id}", page: w.showWall},
		{pattern: "GET /bang-hoi-dong/anh/{home}/{commune}/{year}/{file}", page: w.sendKeptPicture},
		{pattern: "POST /xa", page: w.begin},
		{pattern: "GET /xa/{home}/{commune}/{year}/so-lieu", page: w.showFigures},
		{pattern: "POST /xa/{home}/{commune}/{year}/o", page: w.setCell},
		{pattern: "POST /xa/{home}/{commune}/{year}/ghi", page: w.keep},
		{pattern: "GET /xa/{home}/{commune}/{year}/hai-ban", page: w.showStale},
		{pattern: "POST /xa/{home}/{commune}/{year}/hai-ban", page: w.settle},
		{pattern: "GET /xa/{home}/{commune}/{year}/ket-qua", page: w.showResults},
		{pattern: "GET /xa/{home}/{commune}/{year}/chi-tieu/{level}/{no}", page: w.showExplanation},
		{pattern: "GET /xa/{home}/{commune}/{year}/thay-so", page: w.showSupposing},
		{pattern: "GET /xa/{home}/{commune}/{year}/hinh/{chart}/{of}", page: w.showChart},
		{pattern: "GET /xa/{home}/{commune}/{year}/tep", page: w.showFiles},
		{pattern: "GET /xa/{home}/{commune}/{year}/tep/{what}", page: w.takeAway},
		{pattern: "GET /xa/{home}/{commune}/{year}/tep-rieng/{what}", page: w.showParts},
		{pattern: "GET /xa/{home}/{commune}/{year}/tep-rieng/{what}/{one}", page: w.takeOne},
		{pattern: "POST /xa/{home}/{commune}/{year}/tep", page: w.offer, most: mostUploaded},
		{pattern: "POST /xa/{home}/{commune}/{year}/tep/nhan", page: w.accept, most: mostOffered},
		{pattern: "GET /xa/{home}/{commune}/{year}/bang/{sheet}", page: w.showSheet},
		{pattern: "POST /xa/{home}/{commune}/{year}/bang/{sheet}", page: w.saveSheet},
		{pattern: "POST /xa/{home}/{commune}/{year}/bang/{sheet}/dan", page: w.paste},
		{pattern: "GET /xa/{home}/{commune}/{year}/minh-chung", page: w.showEvidence},
		{pattern: "POST /xa/{home}/{commune}/{year}/minh-chung", page: w.addEvidence, most: mostUploaded},
		{pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}", page: w.sendEvidence},
		{pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/anh", page: w.sendPicture},
		{pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/xem", page: w.seeEvidence},
		{pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/trang/{file}", page: w.sendPages},
		{pattern: "POST /xa/{home}/{commune}/{year}/minh-chung/{item}/bo", page: w.dropEvidence},
		{pattern: "GET /xa/{home}/{commune}/{year}/y-kien", page: w.showOpinions},
		{pattern: "POST /xa/{home}/{commune}/{year}/y-kien", page: w.addOpinions},
		{pattern: "POST /nguoi-lam", page: w.setActor},
		{pattern: "POST /ket-thuc", page: w.endAll},
		{pattern: "GET /{elsewhere...}", page: w.nowhere},
	}
}

// handler serves the routes, behind the guard.
func (w *Window) handler() http.Handler {
	mux := http.NewServeMux()
	for _, at := range w.routes() {
		mux.Handle(at.pattern, http.MaxBytesHandler(w.answer(at.page, at.alone), cmp.Or(at.most, mostTyped)))
	}
	return mux
}

// answer has a page answer, and tells what went wrong with it.
func (w *Window) answer(p page, alone bool) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.idle.Reset(quiet)
		if alone {
			w.law.Lock()
			defer w.law.Unlock()
		} else {
			w.law.RLock()
			defer w.law.RUnlock()
		}
		defer func() {
			if fault := recover(); fault != nil {
				w.wrong(out, r, problem.Problem{Message: "chương trình gặp lỗi ở trang này; những gì đã lưu vẫn còn",
					Hint: "mở lại trang; nếu lặp lại, báo cho nơi cung cấp chương trình"})
			}
		}()
		err := r.ParseForm() // of a form without files; nothing of another
		if err == nil {
			err = p(out, r)
		}
		if err != nil {
			w.wrong(out, r, err)
		}
	})
}

// status is an error with the status that it is answered with.
type status struct {
	code int
	problem.Problem
}

func (s status) Unwrap() error { return s.Problem }

// wrong tells what went wrong: on a page, or to the script in the words alone.
func (w *Window) wrong(out http.ResponseWriter, r *http.Request, err error) {
	code := http.StatusUnprocessableEntity
	var s status
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &s):
		code = s.code
	case errors.As(err, &large):
		code = http.StatusRequestEntityTooLarge
		err = problem.Problem{Message: "nội dung gửi lên quá lớn", Hint: "bớt nội dung rồi gửi lại"}
	}
	w.show(out, r, code, "wrong", view{Title: "Chưa làm được", Of: told(err)})
}

func (w *Window) nowhere(http.ResponseWriter, *http.Request) error {
	return status{http.StatusNotFound, problem.Problem{Message: "không có trang này", Hint: "về Bàn làm việc"}}
}

// static serves what goes with the pages. The random path is another in every window, so a
// browser may keep it.
func (w *Window) static(out http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	if !fs.ValidPath(name) {
		return w.nowhere(out, r)
	}
	if _, err := fs.Stat(files, "static/"+name); err != nil {
		return w.nowhere(out, r)
	}
	out.Header().Set("Cache-Control", "private, max-age=86400, immutable")
	http.ServeFileFS(out, r, files, "static/"+name)
	return nil
}

// setActor has another name stand beside what is written down from now on.
func (w *Window) setActor(out http.ResponseWriter, r *http.Request) error {
	name, err := office.Actor(r.PostFormValue("ten"))
	if err != nil {
		return err
	}
	w.mutex.Lock()
	w.By = name
	w.mutex.Unlock()
	w.back(out, r)
	return nil
}

// endAll ends the window.
func (w *Window) endAll(out http.ResponseWriter, r *http.Request) error {
	w.show(out, r, http.StatusOK, "ended", view{Title: "Đã kết thúc", Ended: true})
	w.finish()
	return nil
}

// back leads to the page that a form stood on: only ever to one of ours.
func (w *Window) back(out http.ResponseWriter, r *http.Request) {
	to := "/"
	if from, err := url.Parse(r.Referer()); err == nil && from.Host == w.door.host {
		if path, ours := strings.CutPrefix(from.EscapedPath(), w.door.base); ours {
			to = path
			if from.RawQuery != "" {
				to += "?" + from.RawQuery
			}
		}
	}
	w.redirect(out, r, to)
}

// redirect leads on after something was written, so that reloading writes nothing again.
func (w *Window) redirect(out http.ResponseWriter, r *http.Request, path string) {
	http.Redirect(out, r, w.door.base+path, http.StatusSeeOther)
}
