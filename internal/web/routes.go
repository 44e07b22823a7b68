package web

import (
	"cmp"
	"embed"
	"io/fs"
	"net/http"
	"slices"

	"ntm/internal/problem"
	"ntm/internal/web/page"
)

//go:embed static templates
var assets embed.FS

// mostOffered is how many bytes the cells of a file may have that wait to be accepted.
const mostOffered = 16 << 20

// routes are all that the window answers.
func (w *Window) routes() []page.Route {
	return slices.Concat(w.hall.Routes(), w.bureau.Routes(), w.laws.Routes(), []page.Route{
		{Pattern: "GET /tinh/{file}", Page: w.static},
		{Pattern: "GET /{$}", Page: w.showDesk},
		{Pattern: "POST /xa", Page: w.begin},
		{Pattern: "GET /xa/{home}/{commune}/{year}/so-lieu", Page: w.inYear(w.showFigures)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/o", Page: w.ofYear(w.setCell)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/ghi", Page: w.ofYear(w.keep)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/hai-ban", Page: w.inYear(w.showStale)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/hai-ban", Page: w.ofYear(w.settle)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/ket-qua", Page: w.inYear(w.showResults)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/chi-tieu/{level}/{no}", Page: w.inYear(w.showExplanation)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/thay-so", Page: w.inYear(w.showSupposing)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/hinh/{chart}/{of}", Page: w.inYear(w.showChart)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/tep", Page: w.inYear(w.showFiles)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/tep/{what}", Page: w.ofYear(w.takeAway)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/tep-rieng/{what}", Page: w.inYear(w.showParts)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/tep-rieng/{what}/{one}", Page: w.ofYear(w.takeOne)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/tep", Page: w.ofYear(w.offer), Most: page.MostSent},
		{Pattern: "POST /xa/{home}/{commune}/{year}/tep/nhan", Page: w.ofYear(w.accept), Most: mostOffered},
		{Pattern: "GET /xa/{home}/{commune}/{year}/bang/{sheet}", Page: w.inYear(w.showSheet)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/bang/{sheet}", Page: w.inYear(w.saveSheet)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/bang/{sheet}/dan", Page: w.inYear(w.paste)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/minh-chung", Page: w.inYear(w.showEvidence)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/minh-chung", Page: w.ofYear(w.addEvidence), Most: page.MostSent},
		{Pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}", Page: w.ofYear(w.sendEvidence)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/anh", Page: w.ofYear(w.sendPicture)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/xem", Page: w.inYear(w.seeEvidence)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/minh-chung/{item}/trang/{file}", Page: w.ofYear(w.sendPages)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/minh-chung/{item}/bo", Page: w.ofYear(w.dropEvidence)},
		{Pattern: "GET /xa/{home}/{commune}/{year}/y-kien", Page: w.ofYear(w.showOpinions)},
		{Pattern: "POST /xa/{home}/{commune}/{year}/y-kien", Page: w.ofYear(w.addOpinions)},
		{Pattern: "POST /nguoi-lam", Page: w.SetActor},
		{Pattern: "POST /ket-thuc", Page: w.endAll},
		{Pattern: "GET /{elsewhere...}", Page: w.nowhere},
	})
}

// handler serves the routes, behind the guard.
func (w *Window) handler() http.Handler {
	mux := http.NewServeMux()
	for _, at := range w.routes() {
		mux.Handle(at.Pattern, http.MaxBytesHandler(w.answer(at.Page, at.Alone), cmp.Or(at.Most, page.MostTyped)))
	}
	return mux
}

// answer has a page answer, and tells what went wrong with it.
func (w *Window) answer(p page.Page, alone bool) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.idle.Reset(quiet)
		law := w.law.RLocker()
		if alone {
			law = &w.law
		}
		law.Lock()
		defer law.Unlock()
		defer func() {
			if fault := recover(); fault != nil {
				w.Wrong(out, problem.Problem{Message: "chương trình gặp lỗi ở trang này; những gì đã lưu vẫn còn",
					Hint: "mở lại trang; nếu lặp lại, báo cho nơi cung cấp chương trình"})
			}
		}()
		err := r.ParseForm() // of a form without files; nothing of another
		if err == nil {
			err = p(out, r)
		}
		if err != nil {
			w.Wrong(out, err)
		}
	})
}

func (w *Window) nowhere(http.ResponseWriter, *http.Request) error {
	return page.Missing("không có trang này", "về Bàn làm việc")
}

// static serves what goes with the pages. The random path is another in every window, so a
// browser may keep it.
func (w *Window) static(out http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	if !fs.ValidPath(name) {
		return w.nowhere(out, r)
	}
	if _, err := fs.Stat(assets, "static/"+name); err != nil {
		return w.nowhere(out, r)
	}
	out.Header().Set("Cache-Control", "private, max-age=86400, immutable")
	http.ServeFileFS(out, r, assets, "static/"+name)
	return nil
}

// endAll ends the window. What would be lost with it is told first.
func (w *Window) endAll(out http.ResponseWriter, r *http.Request) error {
	if lost := w.hall.Unissued(r.Context()); len(lost) > 0 && r.PostFormValue("van") == "" {
		return w.Show(out, "ending", page.View{Title: "Kết thúc?", Data: lost})
	}
	defer w.finish()
	return w.Show(out, "ended", page.View{Title: "Đã kết thúc", Ended: true})
}
