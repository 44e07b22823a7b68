package web

import (
	"context"
	"errors"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"ntm/criteria"
	"ntm/internal/office/board"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/wordpapers"
)

// Desk is what a window works with.
type Desk struct {
	Store   *store.Store
	Library *criteria.Library
	Version string // of the program
	Now     func() time.Time
	By      string // who acts, until the page says another name

	Templates wordpapers.Templates // of an office's own, for Word papers
	Evidence  string               // the folder that the files of evidence of all communes lie below
}

// Window is the pages over one store, served to the browser of this machine until they are
// ended.
type Window struct {
	Desk
	work  *desk.Desk
	board *board.Board
	door  *door
	pages map[string]*template.Template
	at    net.Listener
	idle  *time.Timer
	end   chan struct{}
	once  sync.Once

	mutex sync.Mutex    // of By
	ahead chan struct{} // has the board read ahead
}

// quiet is how long nobody needs to ask for anything before the window ends by itself.
const quiet = 8 * time.Hour

// Open opens a window on a free port of this machine alone. It answers once it is served.
func Open(d Desk, c *Claim) (*Window, error) {
	at, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, problem.Problem{Message: "không mở được cổng nào trên máy này (127.0.0.1)",
			Hint: "kiểm tra tường lửa hoặc phần mềm bảo vệ của máy, rồi chạy lại"}
	}
	port := strconv.Itoa(at.Addr().(*net.TCPAddr).Port)
	w := &Window{Desk: d, work: desk.New(d.Store, d.Library, d.Version, d.Evidence),
		board: board.New(d.Store), door: newDoor(at.Addr().String(), port),
		at: at, end: make(chan struct{})}
	if w.pages, err = w.parse(); err == nil {
		err = c.tell(w.door)
	}
	if err != nil {
		return nil, errors.Join(err, at.Close())
	}
	return w, nil
}

// Address leads in once.
func (w *Window) Address() string { return w.door.entry() }

// Serve answers until a person ends it, ctx ends, or nobody has asked for anything for hours.
// What is being answered then is answered first.
func (w *Window) Serve(ctx context.Context) error {
	var behind sync.WaitGroup
	defer behind.Wait()
	open, end := context.WithCancel(ctx)
	defer end()
	behind.Go(func() {
		select {
		case <-w.ahead:
			_ = w.board.ReadAhead(open) // what fails here is read when it is asked for
		case <-open.Done():
		}
	})
	w.idle = time.AfterFunc(quiet, w.finish)
	defer w.idle.Stop()
	server := &http.Server{Handler: w.door.guard(w.handler()), ReadHeaderTimeout: 10 * time.Second,
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

// readAhead has the board read what its filters ask for, while its first page is looked at.
func (w *Window) readAhead() {
	select {
	case w.ahead <- struct{}{}:
	default: // it has, or does
	}
}

// finish ends the window.
func (w *Window) finish() { w.once.Do(func() { close(w.end) }) }

// Actor is who acts.
func (w *Window) actor() string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.By
}
