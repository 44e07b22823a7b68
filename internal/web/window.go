package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/bureau"
	"ntm/internal/web/door"
	"ntm/internal/web/hall"
	"ntm/internal/web/law"
	"ntm/internal/web/page"
)

// Window is the pages over one store, served to the browser of this machine until they are
// ended.
type Window struct {
	*page.Frame
	hall   *hall.Hall
	bureau *bureau.Bureau
	laws   *law.Law

	at   net.Listener
	idle *time.Timer
	end  chan struct{}
	once sync.Once

	law sync.RWMutex // of the library: held by every page, alone by what changes it
}

// quiet is how long nobody needs to ask for anything before the window ends by itself.
const quiet = 8 * time.Hour

// Open opens a window on a free port of this machine alone. It answers once it is served.
func Open(d page.Desk, c *door.Claim) (*Window, error) {
	at, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, problem.Problem{Message: "không mở được cổng nào trên máy này (127.0.0.1)",
			Hint: "kiểm tra tường lửa hoặc phần mềm bảo vệ của máy, rồi chạy lại"}
	}
	port := strconv.Itoa(at.Addr().(*net.TCPAddr).Port)
	w := &Window{at: at, end: make(chan struct{})}
	w.Frame, err = page.New(d, door.New(at.Addr().String(), port), assets, hall.Templates, bureau.Templates,
		law.Templates)
	if err == nil {
		w.hall, w.bureau, w.laws = hall.New(w.Frame), bureau.New(w.Frame), law.New(w.Frame)
		err = c.Tell(w.Door)
	}
	if err != nil {
		return nil, errors.Join(err, at.Close())
	}
	return w, nil
}

// Address leads in once, to a page.
func (w *Window) Address(page string) string { return w.Door.Entry(page) }

// DeskPage is the page that a window opens with.
const DeskPage = "/"

// Serve answers until a person ends it, ctx ends, or nobody has asked for anything for hours.
// What is being answered then is answered first.
func (w *Window) Serve(ctx context.Context) error {
	var behind sync.WaitGroup
	defer behind.Wait()
	open, end := context.WithCancel(ctx)
	defer end()
	behind.Go(func() { w.ReadBehind(open) })
	w.idle = time.AfterFunc(quiet, w.finish)
	defer w.idle.Stop()
	server := &http.Server{Handler: w.Door.Guard(w.handler()), ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout: 2 * time.Minute, IdleTimeout: 5 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: log.New(io.Discard, "", 0)} // of connections that broke; of all else the page tells
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(w.at) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	case <-w.end:
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return errors.Join(server.Close(), <-ended)
	}
	return nil
}

// finish ends the window.
func (w *Window) finish() { w.once.Do(func() { close(w.end) }) }

// ofYear is a page of a commune's year.
func (w *Window) ofYear(p func(http.ResponseWriter, *http.Request, store.OfYear) error) page.Page {
	return func(out http.ResponseWriter, r *http.Request) error {
		of, err := page.YearOf(r)
		if err != nil {
			return err
		}
		return p(out, r, of)
	}
}

// inYear is a page of a commune's year that shows it as it stands.
func (w *Window) inYear(p func(http.ResponseWriter, *http.Request, *desk.Working) error) page.Page {
	return w.ofYear(func(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
		working, err := w.Work.Read(r.Context(), of)
		if err != nil {
			return err
		}
		return p(out, r, working)
	})
}

// headed is a page of a commune's year: its template, the part of the year that it stands in, and what
// it is about, "" for the year itself.
type headed struct{ template, here, about string }

// showOf shows a page of a commune's year.
func (w *Window) showOf(out http.ResponseWriter, r *http.Request, working *desk.Working, p headed, v any) error {
	return w.Show(out, p.template, viewOf(r, working.OfYear, working.Place.Title, p, v))
}

// viewOf is a page of a commune's year under a title that says whose year it is.
func viewOf(r *http.Request, of store.OfYear, commune string, p headed, v any) page.View {
	return page.View{Title: vi.Join(": ", fmt.Sprintf("%s, năm %d", vi.Capital(commune), of.Year), p.about),
		Here: p.here, Year: page.YearAt(of, ""), Level: page.LevelAsked(r), Data: v}
}

// leadOn leads to a page of a commune's year, on the level that is looked at, once something was written.
func (w *Window) leadOn(out http.ResponseWriter, r *http.Request, of store.OfYear, to string) error {
	return w.Redirect(out, r, page.OnLevel(r, page.YearAt(of, "")+"/"+to))
}
